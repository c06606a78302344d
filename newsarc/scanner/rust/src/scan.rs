//! From a text to the columns of its words.

use pyo3::prelude::*;

use crate::crc32::crc32;
use crate::letters::words;
use crate::splitter::Splitter;
use crate::table::{Buckets, Known};
use crate::vocabulary::{Columns, Vocabulary, append};

/// Checksums are counted modulo a power of two.
const MODULUS: u64 = 1 << 40;

/// What newsarc knows of the stretches between blanks in the texts of one language.
#[pyclass]
pub struct Scanner {
    word: Py<PyAny>,
    linked: Py<PyAny>,
    weights: (u64, u64, u64),
    table: Option<Py<Buckets>>,
    splitter: Option<Py<Splitter>>,
    known: Vocabulary,
    fresh: Vec<String>,
}

#[pymethods]
impl Scanner {
    #[new]
    #[pyo3(signature = (word, linked, weights, table = None, splitter = None))]
    fn new(
        word: Py<PyAny>,
        linked: Py<PyAny>,
        weights: (u64, u64, u64),
        table: Option<Py<Buckets>>,
        splitter: Option<Py<Splitter>>,
    ) -> Self {
        let known = Vocabulary::default();
        let fresh = Vec::new();
        Self { word, linked, weights, table, splitter, known, fresh }
    }

    /// Return the forms, the stems and the other tokens of a text, and their checksum.
    fn scan(&mut self, py: Python<'_>, text: &str) -> PyResult<(String, String, String, u64)> {
        let stretches = stretches(text);
        let places = self.known.places(&stretches);
        let mut found = Columns::default();
        for (stretch, place) in stretches.into_iter().zip(places) {
            match place {
                Some(place) => self.known.add_at(place, &mut found),
                None => self.add(py, stretch, &mut found)?,
            }
        }
        let Columns { forms, stems, mut ways, linked, checksum } = found;
        append(&mut ways, &linked);
        Ok((decoded(forms)?, decoded(stems)?, decoded(ways)?, checksum % MODULUS))
    }

    /// Return the forms that were new since the last call.
    fn fresh(&mut self) -> Vec<String> {
        std::mem::take(&mut self.fresh)
    }
}

impl Scanner {
    /// Add the tokens of a stretch to those of the text before it.
    fn add(&mut self, py: Python<'_>, stretch: &str, text: &mut Columns) -> PyResult<()> {
        if !self.known.add_to(stretch, text) {
            let found = self.find(py, stretch)?;
            text.add(&found);
            self.known.keep(stretch, &found);
        }
        Ok(())
    }

    fn find(&mut self, py: Python<'_>, stretch: &str) -> PyResult<Columns> {
        match *words(py, stretch)? {
            [word] if word == stretch => self.word(py, word),
            ref words => {
                let mut found = Columns::default();
                for word in words {
                    self.add(py, word, &mut found)?;
                }
                if words.len() > 1 {
                    let linked = self.linked(py, stretch, &decoded(found.stems.clone())?)?;
                    found.checksum = found.checksum.wrapping_add(self.checksum(&linked));
                    found.linked = linked.into();
                }
                Ok(found)
            }
        }
    }

    /// Analyse a word.
    fn word(&mut self, py: Python<'_>, word: &str) -> PyResult<Columns> {
        let (forms, stems, ways) = self.analysed(py, word)?;
        let (of_form, of_stem, _) = self.weights;
        let checksum = (u64::from(crc32(&forms)) * of_form)
            .wrapping_add(u64::from(crc32(&stems)) * of_stem)
            .wrapping_add(self.checksum(&ways));
        self.fresh.push(forms.clone());
        let [forms, stems, ways] = [forms, stems, ways].map(String::into_bytes);
        Ok(Columns { forms, stems, ways, linked: Vec::new(), checksum })
    }

    /// Look a word up in the table, split it, or have Python analyse it.
    fn analysed(&self, py: Python<'_>, word: &str) -> PyResult<(String, String, String)> {
        let table = self.table.as_ref().and_then(|table| table.get().word(py, word));
        if let Some(Known { form, stem, ways }) = table {
            return Ok((form, stem, ways));
        }
        if let Some(splitter) = &self.splitter
            && let Some(found) = splitter.get().word(py, word)?
        {
            return Ok(found);
        }
        self.word.call1(py, (word,))?.extract(py)
    }

    /// Return the tokens of what the words of a stretch are together, of which these are the stems.
    fn linked(&self, py: Python<'_>, stretch: &str, stems: &str) -> PyResult<String> {
        let stems: Vec<&str> = stems.split(' ').collect();
        if let Some(splitter) = &self.splitter
            && let Some(tokens) = splitter.get().linked(py, stretch, &stems)?
        {
            return Ok(tokens);
        }
        self.linked.call1(py, (stretch,))?.extract(py)
    }

    /// Return the checksum of tokens that are neither forms nor stems.
    fn checksum(&self, tokens: &str) -> u64 {
        let sums = tokens.split_terminator(' ').map(|token| u64::from(crc32(token)));
        sums.sum::<u64>().wrapping_mul(self.weights.2)
    }
}

/// Return a column as text.
fn decoded(column: Vec<u8>) -> PyResult<String> {
    Ok(String::from_utf8(column)?)
}

/// Split a text between its words; words that a sign joins stay together.
fn stretches(text: &str) -> Vec<&str> {
    let mut found = Vec::with_capacity(text.len() / 6);
    let mut pieces = text.split(is_separator).peekable();
    while let Some(piece) = pieces.next() {
        let is_last = pieces.peek().is_none();
        found.push(if is_last { piece } else { without_stop(piece) });
    }
    found.retain(|stretch| !stretch.is_empty());
    found
}

/// Whether a character separates words anywhere.
fn is_separator(character: char) -> bool {
    matches!(character, ' ' | '\n' | '"' | '„' | '“' | '”' | '»' | '«' | '(' | ')' | '!' | '?')
}

/// Remove the signs that separate words where a blank follows.
fn without_stop(piece: &str) -> &str {
    [".", ",", ":"].into_iter().fold(piece, |rest, sign| rest.strip_suffix(sign).unwrap_or(rest))
}
