//! Cutting compounds. `newsarc/analysis/compounds.py` says how, and what each number is for; its
//! functions have the same names, and both cut every word alike.

use std::borrow::Cow;
use std::collections::HashSet;

use pyo3::prelude::*;

use crate::cache::Cache;
use crate::cut::{Cut, Letters};
use crate::pattern::Pattern;
use crate::table::Buckets;

const KNOWN_SHORT: f64 = 2.5;
const FREQUENT_FIRST: f64 = 4.6;
const FREQUENT_LAST: f64 = 5.0;
const MARGIN: f64 = 0.2;
const MARGIN_PER_LETTER: f64 = 0.2;
const LONG: usize = 11;
const LINKED: f64 = 0.4;
const LOST: f64 = 0.8;
const NESTED_LAST: f64 = 0.3;
const RARE: f64 = 2.5;

const SHORTEST_PART: usize = 4;
const SHORTEST_INNER: usize = 5;
const SHORTEST_NESTED: usize = 3 * SHORTEST_PART;
pub const SHORTEST_COMPOUND: usize = 6;
const LONGEST_COMPOUND: usize = 63;
/// Letters of a short last part.
const SHORT_LAST: usize = 3;
/// The score as a last part of a known word that ends no compound.
const NEVER: f64 = -1.0;

/// What a language allows at a cut: `Compounding` in `newsarc/analysis/languages/base.py`.
#[derive(FromPyObject)]
struct Rules {
    links: Vec<String>,
    lost: Vec<String>,
    short_first: HashSet<String>,
    short_last: HashSet<String>,
    is_suffix: Py<PyAny>,
}

/// Cuts the compounds of one language by the frequencies in a table.
#[pyclass(frozen)]
pub struct Cutter {
    rules: Rules,
    table: Py<Buckets>,
    never_first: Pattern,
    never_last: Pattern,
    frequency: Py<PyAny>,
    inners: Cache<f64>,
}

#[pymethods]
impl Cutter {
    #[new]
    fn new(
        rules: Rules,
        table: Py<Buckets>,
        never_first: Py<PyAny>,
        never_last: Py<PyAny>,
        frequency: Py<PyAny>,
    ) -> Self {
        let (never_first, never_last) = (Pattern::new(never_first), Pattern::new(never_last));
        Self { rules, table, never_first, never_last, frequency, inners: Cache::default() }
    }

    /// Cut a word in two at the most likely place; None for a simple word.
    pub fn cut(&self, py: Python<'_>, word: &str) -> PyResult<Option<Cut>> {
        let number = word.chars().count();
        if !(SHORTEST_COMPOUND..=LONGEST_COMPOUND).contains(&number) {
            return Ok(None);
        }
        let word = Letters::new(word);
        let frequency = self.frequency(py, word.text).unwrap_or(0.0);
        let beyond = number.saturating_sub(LONG) as u32;
        let least = frequency + MARGIN - MARGIN_PER_LETTER * f64::from(beyond);
        if least >= f64::midpoint(FREQUENT_FIRST, FREQUENT_LAST) {
            return Ok(None);
        }
        let heads = self.heads(py, &word)?;
        let best = self.best(py, &word, &heads, least)?;
        if best.is_none() && frequency < RARE && number >= SHORTEST_NESTED {
            return self.nested(py, &word, &heads, least);
        }
        Ok(best)
    }
}

impl Cutter {
    fn frequency(&self, py: Python<'_>, word: &str) -> Option<f64> {
        self.table.get().zipf(py, word)
    }

    /// Return each place where a word may be cut, and the score of what follows as a last part.
    fn heads(&self, py: Python<'_>, word: &Letters) -> PyResult<Vec<(usize, f64)>> {
        let mut heads = Vec::with_capacity(word.number());
        for at in self.places(word) {
            heads.push((at, self.last(py, word.behind(at))?));
        }
        Ok(heads)
    }

    /// Return where a word may be cut, judged by the length of its parts alone.
    fn places<'a>(&'a self, word: &'a Letters) -> impl Iterator<Item = usize> + 'a {
        let Rules { short_first, short_last, .. } = &self.rules;
        let number = word.number();
        let is_short = move |at: usize| short_first.contains(word.before(at));
        let before =
            (2..SHORTEST_PART).filter(move |at| at + SHORTEST_PART <= number && is_short(*at));
        let between = SHORTEST_PART..(number + 1).saturating_sub(SHORTEST_PART);
        let behind = number.checked_sub(SHORT_LAST).filter(|&at| {
            short_last.contains(word.behind(at)) && (at >= SHORTEST_PART || is_short(at))
        });
        before.chain(between).chain(behind)
    }

    /// Return the score of a last part: 0 for a word that is unknown or too rare.
    fn last(&self, py: Python<'_>, head: &str) -> PyResult<f64> {
        let Some(frequency) = self.frequency(py, head) else {
            return Ok(0.0);
        };
        if frequency < KNOWN_SHORT && head.chars().count() == SHORTEST_PART {
            return Ok(0.0);
        }
        let is_never = self.never_last.matches(py, head)?;
        Ok(if is_never { NEVER } else { frequency.min(FREQUENT_LAST) })
    }

    /// Return the best cut between two known words; None if none scores more than `least`.
    fn best(
        &self,
        py: Python<'_>,
        word: &Letters,
        heads: &[(usize, f64)],
        mut least: f64,
    ) -> PyResult<Option<Cut>> {
        let mut best = None;
        for &(at, last) in heads {
            if last > 0.0 && f64::midpoint(FREQUENT_FIRST, last) > least {
                let (modifier, first) = self.first(py, word.before(at))?;
                let score = f64::midpoint(first, last);
                if first > 0.0 && score > least && !self.is_suffix(py, word, at)? {
                    best = Some(word.cut(at, &modifier, score));
                    least = score;
                }
            }
        }
        Ok(best)
    }

    /// Return the best cut between a known word and an unknown compound of two known words.
    fn nested(
        &self,
        py: Python<'_>,
        word: &Letters,
        heads: &[(usize, f64)],
        mut least: f64,
    ) -> PyResult<Option<Cut>> {
        let Some(&(latest, _)) = heads.iter().rfind(|(_, last)| *last > 0.0) else {
            return Ok(None);
        };
        let mut best = None;
        for &(at, last) in heads {
            let found = self.nested_at(py, word, at, last, latest)?;
            if let Some(cut) = found.filter(|cut| cut.score > least) {
                least = cut.score;
                best = Some(cut);
            }
        }
        Ok(best)
    }

    /// Return the best of these cuts at a place, where `last` is the score of what follows, and
    /// `latest` the last place before a known word.
    fn nested_at(
        &self,
        py: Python<'_>,
        word: &Letters,
        at: usize,
        last: f64,
        latest: usize,
    ) -> PyResult<Option<Cut>> {
        if last > 0.0 {
            return self.before(py, word, at, last);
        }
        if last > NEVER && at < latest { self.behind(py, word, at) } else { Ok(None) }
    }

    /// Return the best cut before a known word.
    fn before(
        &self,
        py: Python<'_>,
        word: &Letters,
        at: usize,
        last: f64,
    ) -> PyResult<Option<Cut>> {
        let (mut best, mut most) = (None, f64::NEG_INFINITY);
        let written = word.before(at);
        for (modifier, loss) in self.bases(written).filter(|_| at >= SHORTEST_PART) {
            let inner = self.inner(py, &modifier)?;
            let score = (2.0 * (inner - loss) + last) / 3.0;
            if inner > 0.0 && score > most {
                best = Some(word.cut(at, &modifier, score));
                most = score;
            }
        }
        let is_none = best.is_some()
            && (self.is_never_first(py, written)? || self.is_suffix(py, word, at)?);
        Ok(best.filter(|_| !is_none))
    }

    /// Return the cut behind a known word.
    fn behind(&self, py: Python<'_>, word: &Letters, at: usize) -> PyResult<Option<Cut>> {
        if word.number() - at < SHORTEST_INNER {
            return Ok(None);
        }
        let (modifier, first) = self.first(py, word.before(at))?;
        let inner = if first > 0.0 { self.inner(py, word.behind(at))? } else { 0.0 };
        let score = (first + 2.0 * inner) / 3.0 - NESTED_LAST;
        Ok((inner > 0.0).then(|| word.cut(at, &modifier, score)))
    }

    /// Return the score of the best cut of an unknown part between known words; 0 for none.
    fn inner(&self, py: Python<'_>, part: &str) -> PyResult<f64> {
        if let Some(known) = self.inners.get(part) {
            return Ok(known);
        }
        let word = Letters::new(part);
        let best = self.best(py, &word, &self.heads(py, &word)?, 0.0)?;
        let score = best.map_or(0.0, |cut| cut.score);
        self.inners.keep(part, score);
        Ok(score)
    }

    /// Return the most likely word that a compound begins with, and its score; or "" and 0.
    fn first<'a>(&self, py: Python<'_>, written: &'a str) -> PyResult<(Cow<'a, str>, f64)> {
        let (mut best, mut most) = (Cow::Borrowed(""), 0.0);
        for (base, loss) in self.bases(written) {
            if FREQUENT_FIRST - loss <= most {
                continue;
            }
            let score = self.frequency(py, &base).unwrap_or(0.0).min(FREQUENT_FIRST) - loss;
            let is_known = score + loss >= KNOWN_SHORT || base.chars().count() != SHORTEST_PART;
            if score > most && is_known {
                (best, most) = (base, score);
            }
        }
        let is_none = most > 0.0 && self.is_never_first(py, written)?;
        Ok(if is_none { (Cow::Borrowed(""), 0.0) } else { (best, most) })
    }

    /// Return the words that a compound may begin with as `written`, and what each cut loses.
    fn bases<'a>(&self, written: &'a str) -> impl Iterator<Item = (Cow<'a, str>, f64)> {
        let Rules { links, lost, short_first, .. } = &self.rules;
        let whole = lost.iter().map(move |letter| (Cow::Owned(format!("{written}{letter}")), LOST));
        let unlinked = links
            .iter()
            .filter_map(|link| written.strip_suffix(link.as_str()))
            .filter(|base| base.chars().count() >= SHORTEST_PART || short_first.contains(*base))
            .map(|base| (Cow::Borrowed(base), LINKED));
        std::iter::once((Cow::Borrowed(written), 0.0)).chain(whole).chain(unlinked)
    }

    fn is_never_first(&self, py: Python<'_>, written: &str) -> PyResult<bool> {
        Ok(written.chars().count() >= SHORTEST_PART && self.never_first.matches(py, written)?)
    }

    fn is_suffix(&self, py: Python<'_>, word: &Letters, at: usize) -> PyResult<bool> {
        let told = (word.before(at), word.behind(at), &self.frequency);
        self.rules.is_suffix.bind(py).call1(told)?.is_truthy()
    }
}
