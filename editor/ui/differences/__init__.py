"""What differs between two texts, shown: side by side where there is room, one below the other where not."""
