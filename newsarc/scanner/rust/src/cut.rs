//! Words and where they are cut, counted in letters.

use pyo3::prelude::*;

/// A compound cut in two, in letters.
#[pyclass(frozen, get_all)]
pub struct Cut {
    at: usize,
    pub modifier: String,
    pub head: String,
    pub score: f64,
}

/// A word, and where each of its letters begins, in bytes; and the last one ends.
pub struct Letters<'a> {
    pub text: &'a str,
    bounds: Vec<usize>,
}

impl<'a> Letters<'a> {
    pub fn new(text: &'a str) -> Self {
        let starts = text.char_indices().map(|(start, _)| start);
        let mut bounds = Vec::with_capacity(text.len() + 1);
        bounds.extend(starts.chain([text.len()]));
        Self { text, bounds }
    }

    pub fn number(&self) -> usize {
        self.bounds.len() - 1
    }

    pub fn before(&self, at: usize) -> &'a str {
        &self.text[..self.bounds[at]]
    }

    pub fn behind(&self, at: usize) -> &'a str {
        &self.text[self.bounds[at]..]
    }

    pub fn cut(&self, at: usize, modifier: &str, score: f64) -> Cut {
        Cut { at, modifier: modifier.to_owned(), head: self.behind(at).to_owned(), score }
    }
}
