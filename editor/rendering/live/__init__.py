"""A body that is being written: after an edit only what it changed is read and rendered anew.

The outcome is the same as if the whole were rendered, always. Every state is a value: an edit or a step of
work makes a new one of it (text, edits), steps do the work little by little, and the page is what they come to.
"""
