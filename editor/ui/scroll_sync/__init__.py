"""Text and page kept together: the pane that the writer used last leads, and the other one follows."""
