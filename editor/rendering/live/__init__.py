"""A body that is being written: after an edit only what it changed is read and rendered anew.

The outcome is always the same as if the whole were rendered. Every state is a value: an edit makes a new one,
and so does each step of the work, which is done little by little.
"""
