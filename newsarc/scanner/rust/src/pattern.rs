//! Patterns that Python matches.

use pyo3::intern;
use pyo3::prelude::*;

use crate::cache::Cache;

/// A pattern of Python, and what it said of words lately.
pub struct Pattern {
    pattern: Py<PyAny>,
    answers: Cache<bool>,
}

impl Pattern {
    pub fn new(pattern: Py<PyAny>) -> Self {
        Self { pattern, answers: Cache::default() }
    }

    /// Whether it matches a whole word.
    pub fn matches(&self, py: Python<'_>, word: &str) -> PyResult<bool> {
        if let Some(known) = self.answers.get(word) {
            return Ok(known);
        }
        let found = self.pattern.bind(py).call_method1(intern!(py, "fullmatch"), (word,))?;
        self.answers.keep(word, !found.is_none());
        Ok(!found.is_none())
    }
}
