//! The native scanner of newsarc. `newsarc/scanner/twin.py` says in Python what each function
//! does, `newsarc/analysis/compounds.py` how the cutter cuts, and `splitter.py` and `ways.py` beside
//! it what the splitter makes of it; both give the same bytes for every text.

mod cache;
mod crc32;
mod cut;
mod cutter;
mod letters;
mod pattern;
mod scan;
mod splitter;
mod table;
mod units;
mod vocabulary;

use pyo3::prelude::*;

#[pymodule]
mod native {
    #[pymodule_export]
    use super::cut::Cut;
    #[pymodule_export]
    use super::cutter::Cutter;
    #[pymodule_export]
    use super::scan::Scanner;
    #[pymodule_export]
    use super::splitter::Splitter;
    #[pymodule_export]
    use super::table::Buckets;
    #[pymodule_export]
    use super::units::units;
}
