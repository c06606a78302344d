//! Tables of words in a file; `newsarc/analysis/tables.py` and `words.py` describe them.

use pyo3::buffer::{PyBuffer, ReadOnlyCell};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::crc32::crc32;
use crate::letters::folded;

/// How many digits of a value are the frequency of the word.
const DIGITS: usize = 3;
/// They are the hundredths below this frequency, on the Zipf scale.
const FIRST: f64 = 9.0;
/// Bits of the sieve for each bucket.
const BITS: usize = 64;

/// The entries of a table that is mapped into memory.
#[pyclass(frozen)]
pub struct Buckets {
    data: PyBuffer<u8>,
    places: usize,
    number: usize,
}

/// The form of a word, its stem and the other tokens by which it is found.
pub struct Known {
    pub form: String,
    pub stem: String,
    pub ways: String,
}

#[pymethods]
impl Buckets {
    #[new]
    fn new(data: PyBuffer<u8>, places: usize, number: usize) -> PyResult<Self> {
        if number == 0 {
            return Err(PyValueError::new_err("a table has one bucket or more"));
        }
        Ok(Self { data, places, number })
    }

    /// Return the value of a key; None for a key that is not in the table.
    fn get(&self, py: Python<'_>, key: &str) -> Option<String> {
        self.find(py, key, |value| String::from_utf8(value.to_vec()).ok())
    }
}

impl Buckets {
    /// Return the frequency of a word on the Zipf scale; None for an unknown one.
    pub fn zipf(&self, py: Python<'_>, word: &str) -> Option<f64> {
        let below: u16 = self
            .find(py, word, |value| std::str::from_utf8(value.get(..DIGITS)?).ok()?.parse().ok())?;
        Some(FIRST - f64::from(below) / 100.0)
    }

    /// Return what `read` makes of the value of a key.
    fn find<V>(
        &self,
        py: Python<'_>,
        key: &str,
        read: impl FnOnce(&[u8]) -> Option<V>,
    ) -> Option<V> {
        let checksum = crc32(key) as usize;
        if !self.may_have(py, checksum)? {
            return None;
        }
        let place = self.places + 4 * (checksum % self.number);
        let bucket = self.bytes(py, self.number_at(py, place)?, self.number_at(py, place + 4)?)?;
        let mut lines = bucket.split(|&byte| byte == b'\n');
        let value =
            lines.find_map(|line| line.strip_prefix(key.as_bytes())?.strip_prefix(b"\t"))?;
        read(value)
    }

    /// Return what a table of known words says of a word as it is written.
    pub fn word(&self, py: Python<'_>, word: &str) -> Option<Known> {
        let form = key(word)?;
        let value = self.get(py, &form)?;
        let value = value.get(DIGITS..)?;
        let (stem, ways) = value.split_once(' ').unwrap_or((value, ""));
        let stem = with_beginning(&form, stem)?;
        let ways = if ways.contains(['^', '_']) { of_case(word, ways) } else { ways.to_owned() };
        Some(Known { form, stem, ways })
    }

    /// Whether the sieve lets a checksum through.
    fn may_have(&self, py: Python<'_>, checksum: usize) -> Option<bool> {
        let sieve = self.number_at(py, self.places + 4 * self.number)?;
        let at = sieve + checksum % (BITS * self.number) / 8;
        let byte = self.data.as_slice(py)?.get(at)?.get();
        Some(byte >> (checksum % 8) & 1 == 1)
    }

    fn bytes(&self, py: Python<'_>, start: usize, end: usize) -> Option<Vec<u8>> {
        let cells = self.data.as_slice(py)?.get(start..end)?;
        Some(cells.iter().map(ReadOnlyCell::get).collect())
    }

    fn number_at(&self, py: Python<'_>, at: usize) -> Option<usize> {
        let cells: &[ReadOnlyCell<u8>; 4] =
            self.data.as_slice(py)?.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_le_bytes(cells.each_ref().map(ReadOnlyCell::get)) as usize)
    }
}

/// Return a word as the table has it; None if its spelling has to be analysed.
fn key(word: &str) -> Option<String> {
    let is_inner_capital = word.chars().skip(1).any(char::is_uppercase);
    if is_inner_capital { None } else { folded(word) }
}

/// Return a stem that is written as the number of letters it shares with the form, and the rest.
fn with_beginning(form: &str, written: &str) -> Option<String> {
    let mut rest = written.chars();
    let shared = (rest.next()? as usize).checked_sub('0' as usize)?;
    Some(form.chars().take(shared).chain(rest).collect())
}

/// Return the tokens of a word that is written with a capital (^), or without one (_).
fn of_case(word: &str, tokens: &str) -> String {
    let (own, other) = if word.starts_with(char::is_uppercase) { ('^', '_') } else { ('_', '^') };
    let kept = tokens.split(' ').filter(|token| !token.starts_with(other));
    kept.map(|token| token.strip_prefix(own).unwrap_or(token)).collect::<Vec<_>>().join(" ")
}
