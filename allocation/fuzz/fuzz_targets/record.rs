//! Whatever bytes come in, the reader of records answers; what it accepts can be written and read again unchanged.
//!
//! The worked records are good bytes to start from. In the top folder of the repository:
//!
//! ```text
//! mkdir -p allocation/fuzz/corpus/record
//! jq -c '.[]' allocation/tests/vectors/draws.json | split -l 1 - allocation/fuzz/corpus/record/draw-
//! cargo +nightly fuzz run --fuzz-dir allocation/fuzz record -- -max_total_time=180 -max_len=8192
//! ```
#![no_main]

use allocation::{Record, write_record, write_request_file};
use libfuzzer_sys::fuzz_target;
use serde_json::Map;

/// Lists up to this length are drawn, too.
const SMALL: usize = 64;

fuzz_target!(|bytes: &[u8]| {
    let record = match Record::read(bytes) {
        Ok(record) => record,
        Err(error) => {
            assert!(!error.place.is_empty() && !error.problem.is_empty(), "{error}");
            return;
        }
    };
    let file = Record::read(write_request_file(&record.draw).as_bytes()).expect("what is written can be read");
    assert_eq!(file.draw, record.draw);
    assert_eq!(file.claimed, None);
    if record.draw.list().requests().len() > SMALL {
        return;
    }

    for difference in record.check(&mut ()).unwrap_or_default() {
        assert!(!difference.to_string().is_empty());
    }
    let outcome = record.draw.run();
    let given: u64 = outcome.allocated.iter().copied().map(u64::from).sum();
    assert_eq!(given + u64::from(outcome.left), u64::from(record.draw.list().tickets()));
    assert_eq!(record.draw.reasons().len(), outcome.order.len());
    let written = write_record(&record.draw, &outcome, &Map::new());
    let again = Record::read(written.as_bytes()).expect("what is written can be read");
    assert_eq!(again.draw, record.draw);
    assert_eq!(again.check(&mut ()), Some(vec![]));
});
