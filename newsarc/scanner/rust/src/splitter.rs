//! The tokens of compounds and of chains; `splitter.py`, `ways.py` and `chains.py` in
//! `newsarc/analysis` say in Python what these are.

use std::sync::Arc;

use pyo3::prelude::*;

use crate::cache::Cache;
use crate::cutter::{Cutter, SHORTEST_COMPOUND};
use crate::letters::folded;

/// Most words of a chain that can be joined to one.
const LONGEST: usize = 4;
/// Most words of a chain.
const MOST_WORDS: usize = 6;
/// What begins the tokens of chains.
const CHAIN: &str = "\u{2010}";

/// The stems of the parts of a word in order; of a simple word, its own stem alone.
type Stems = Arc<[String]>;

/// Splits the compounds of one language, as far as they are written in the letters of German.
///
/// `whole` returns the form of a word, its stem, and the other tokens of the word as a whole; `stem`
/// its stem alone.
#[pyclass(frozen)]
pub struct Splitter {
    cutter: Py<Cutter>,
    whole: Py<PyAny>,
    stem: Py<PyAny>,
    rows: Cache<Stems>,
}

#[pymethods]
impl Splitter {
    #[new]
    fn new(cutter: Py<Cutter>, whole: Py<PyAny>, stem: Py<PyAny>) -> Self {
        Self { cutter, whole, stem, rows: Cache::default() }
    }
}

impl Splitter {
    /// Return the form of a word, its stem, and the tokens of all other ways to it; None for a word
    /// with other letters.
    pub fn word(&self, py: Python<'_>, word: &str) -> PyResult<Option<(String, String, String)>> {
        let Some(folded) = folded(word) else {
            return Ok(None);
        };
        let (form, stem, others): (String, String, String) =
            self.whole.call1(py, (word,))?.extract(py)?;
        let parts = if is_short(word) { Stems::default() } else { self.split(py, &folded)? };
        let mut ways = part_tokens(&parts);
        if !others.is_empty() {
            ways.push(others);
        }
        Ok(Some((form, stem, ways.join(" "))))
    }

    /// Return the tokens of what the words of a stretch are together; None for a stretch that is no
    /// chain with hyphens of words with these letters.
    pub fn linked(
        &self,
        py: Python<'_>,
        stretch: &str,
        stems: &[&str],
    ) -> PyResult<Option<String>> {
        let words: Vec<&str> = stretch.split('-').collect();
        let is_chain = words.len() <= MOST_WORDS && words.len() == stems.len();
        if !is_chain || words.iter().any(|word| folded(word).is_none()) {
            return Ok(None);
        }
        let mut tokens: Vec<String> = Vec::new();
        for first in 0..words.len() {
            for end in first + 2..=words.len().min(first + LONGEST) {
                self.run(py, &words[first..end], &stems[first..end], &mut tokens)?;
            }
        }
        Ok(Some(tokens.join(" ")))
    }

    /// Add the tokens of words that are joined to one, as far as they are not there.
    fn run(
        &self,
        py: Python<'_>,
        words: &[&str],
        stems: &[&str],
        tokens: &mut Vec<String>,
    ) -> PyResult<()> {
        let whole = self.stem(py, &words.concat())?;
        if !stems.contains(&whole.as_str()) {
            add(tokens, format!("{CHAIN}{whole}"));
            add(tokens, format!("{CHAIN}{}", stems.join(CHAIN)));
        }
        let [before @ .., last] = words else { return Ok(()) };
        let parts = self.parts(py, last)?;
        let Some((_, parts)) = parts.split_last() else { return Ok(()) };
        let mut token = self.joined(py, before, stems)?;
        for part in parts {
            token += part;
            add(tokens, token.clone());
        }
        Ok(())
    }

    /// Join the stems of the parts of some words; a simple word is its own part.
    fn joined(&self, py: Python<'_>, words: &[&str], stems: &[&str]) -> PyResult<String> {
        let mut joined = String::new();
        for (word, stem) in words.iter().zip(stems) {
            let parts = self.parts(py, word)?;
            joined += if parts.is_empty() { (*stem).to_owned() } else { parts.concat() }.as_str();
        }
        Ok(joined)
    }

    /// Return the stems of the parts of a compound; an empty row for a simple word.
    fn parts(&self, py: Python<'_>, word: &str) -> PyResult<Stems> {
        let folded = folded(word).filter(|_| !is_short(word));
        let row = folded.map(|folded| self.row(py, &folded)).transpose()?;
        Ok(row.filter(|row| row.len() > 1).unwrap_or_default())
    }

    /// Return the stems of the parts of a folded word; a simple word is its own only part.
    fn row(&self, py: Python<'_>, word: &str) -> PyResult<Stems> {
        if let Some(known) = self.rows.get(word) {
            return Ok(known);
        }
        let split = self.split(py, word)?;
        let row = if split.is_empty() { Arc::new([self.stem(py, word)?]) } else { split };
        self.rows.keep(word, Arc::clone(&row));
        Ok(row)
    }

    /// Return the stems of the parts on both sides of where a folded word is cut.
    fn split(&self, py: Python<'_>, word: &str) -> PyResult<Stems> {
        let Some(cut) = self.cutter.get().cut(py, word)? else {
            return Ok(Stems::default());
        };
        let (left, right) = (self.row(py, &cut.modifier)?, self.row(py, &cut.head)?);
        Ok(left.iter().chain(right.iter()).cloned().collect())
    }

    fn stem(&self, py: Python<'_>, word: &str) -> PyResult<String> {
        self.stem.call1(py, (word,))?.extract(py)
    }
}

/// Whether a word, as it is written, is too short for a compound.
fn is_short(word: &str) -> bool {
    word.chars().count() < SHORTEST_COMPOUND
}

/// Return the stems of parts, and each sequence of some of them as if it were one word.
fn part_tokens(parts: &[String]) -> Vec<String> {
    let sequences = (2..parts.len()).flat_map(|length| parts.windows(length)).map(<[_]>::concat);
    parts.iter().cloned().chain(sequences).collect()
}

fn add(tokens: &mut Vec<String>, token: String) {
    if !tokens.contains(&token) {
        tokens.push(token);
    }
}
