//! Laws of the model first, then the numbers of its specification.
