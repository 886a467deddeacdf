//! Positions, and the order they give.

use alloc::vec::Vec;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::{Format, Hash, Label, Order, Request, RequestList, Step, fill::Progress};

/// A position: 32 bytes that compare as a big-endian number.
pub type Position = [u8; 32];

/// The key of all positions of one draw: HKDF-Extract (RFC 5869, section 2.2) of the code, its message binding the event
/// and what the public added.
#[derive(Clone)]
pub struct Seed(Hmac<Sha256>);

impl Seed {
    /// `HMAC-SHA-256(code, "ticket-pool/draw/v1" LF event LF public_input)`; in format 2 `v2` and the text of the
    /// [`crate::Randomness`].
    #[must_use]
    pub fn new(code: Hash, list: &RequestList, added: &str) -> Self {
        let mut extract = keyed(&code.0);
        let purpose = match list.format() {
            Format::One => "ticket-pool/draw/v1\n",
            Format::Two => "ticket-pool/draw/v2\n",
        };
        for part in [purpose, list.event().as_str(), "\n", added] {
            extract.update(part.as_bytes());
        }
        Self::from_key(&extract.finalize().into_bytes().into())
    }

    /// With the key at hand, for the tests of the construction.
    #[must_use]
    pub fn from_key(key: &[u8; 32]) -> Self {
        Self(keyed(key))
    }

    /// The position of a request's `slip` (from 1): one output block of HKDF-Expand (RFC 5869, section 2.3), whose info is
    /// the label, and for further slips `label "#" slip`.
    #[must_use]
    pub fn position(&self, label: &Label, slip: u8) -> Position {
        let mut expand = self.0.clone();
        expand.update(label.as_str().as_bytes());
        if slip > 1 {
            expand.update(b"#");
            let mut digits = [0; 3];
            let mut rest = slip;
            let mut start = digits.len();
            while rest > 0 {
                start -= 1;
                digits[start] = b'0' + rest % 10;
                rest /= 10;
            }
            expand.update(&digits[start..]);
        }
        expand.update(&[1]);
        expand.finalize().into_bytes().into()
    }

    /// The best of a request's slips.
    #[must_use]
    pub fn best_position(&self, label: &Label, slips: u8) -> Position {
        (2..=slips).fold(self.position(label, 1), |best, slip| best.min(self.position(label, slip)))
    }
}

/// The limit by lot of someone whose first position this is: `floor(2^32 / (x + 1))`, where `x` is its last four bytes as a
/// big-endian number. From 1 to 2^32, and at least `k` with a chance of `floor(2^32 / k) / 2^32`.
///
/// What places compare is the beginning of a position, and all its bits are independent: a good place says nothing about the
/// limit.
#[must_use]
pub fn limit_by_lot(first: &Position) -> u64 {
    let [.., a, b, c, d] = *first;
    (1 << 32) / (u64::from(u32::from_be_bytes([a, b, c, d])) + 1)
}

#[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
fn keyed(key: &[u8; 32]) -> Hmac<Sha256> {
    Hmac::<Sha256>::new_from_slice(key).expect("a key")
}

/// A request on its way to its place.
struct Entry {
    /// What the order rule looks at first; the smaller comes first.
    before: i64,
    position: Position,
    /// Its place in the list.
    place: u32,
}

/// Everyone's best position, by place in the list: of all their slips, or of the first alone. What pinned requests would
/// have had is not computed.
pub fn positions(list: &RequestList, all_slips: bool, seed: &Seed, progress: &mut dyn Progress) -> Vec<Position> {
    let requests = list.requests();
    let position = |(place, request): (usize, &Request)| {
        progress.at(Step::Places, place, requests.len());
        match request.pinned {
            Some(_) => Position::default(),
            None => seed.best_position(&request.label, if all_slips { request.slips.get() } else { 1 }),
        }
    };
    requests.iter().enumerate().map(position).collect()
}

/// The requests that are not pinned, by their place in the list, as drawn.
pub fn order(list: &RequestList, rule: Order, seed: &Seed, progress: &mut dyn Progress) -> Vec<u32> {
    sorted(list, rule, &positions(list, rule == Order::Slips, seed, progress))
}

/// As [`order`], with the positions at hand.
pub fn sorted(list: &RequestList, rule: Order, positions: &[Position]) -> Vec<u32> {
    let requests = list.requests();
    let drawn = (0_u32..).zip(requests).zip(positions).filter(|((_, request), _)| request.pinned.is_none());
    let entry = |((place, request), &position): ((u32, &Request), &Position)| {
        let before = match rule {
            Order::Equal | Order::Slips => 0,
            Order::Balance => -request.balance.get(),
            Order::FirstCome => request.since.get(),
        };
        Entry { before, position, place }
    };
    let mut entries: Vec<Entry> = drawn.map(entry).collect();
    let label = |entry: &Entry| &requests[entry.place as usize].label;
    entries.sort_unstable_by(|a, b| {
        (a.before.cmp(&b.before)).then_with(|| a.position.cmp(&b.position)).then_with(|| label(a).cmp(label(b)))
    });
    entries.into_iter().map(|entry| entry.place).collect()
}
