//! Requests in any number, as a season leaves them: for the benchmarks and the example `million`.

use allocation::{
    ChainSecret, Draw, DrawNumber, Exact, Hash, Label, PublicInput, Request, RequestList, Rule, Slips, Tiers,
};
use sha2::{Digest, Sha256};

/// What people want, and how likely, in percent.
const KINDS: [(&[u32], u64); 6] = [(&[2], 25), (&[2, 1], 20), (&[4, 2, 1], 15), (&[4, 2], 15), (&[4], 10), (&[1], 15)];

/// Losses in a row, and how likely, in percent: as under `slips + turns` in the example `season`. That makes 4.6 slips a
/// person.
const LOSSES: [(u32, u64); 6] = [(0, 33), (1, 26), (2, 20), (3, 12), (4, 6), (5, 3)];

/// This many requests for three tickets to every seven requests.
pub fn list(count: u32) -> RequestList {
    let requests = (0..count).map(request).collect();
    list_of(label("crowd"), count / 7 * 3, requests)
}

fn request(person: u32) -> Request {
    let chance: [u8; 32] = Sha256::digest(person.to_be_bytes()).into();
    let number = |part: usize| chance[8 * part..8 * part + 8].iter().fold(0, |sum, &byte| sum << 8 | u64::from(byte));
    let behind = i64::try_from(number(2) % 4_001).map_or(0, |balance| balance - 2_000);
    Request {
        label: Label::of_account(&label("crowd"), &format!("person-{person}")),
        tiers: tiers(one_of(&KINDS, number(0))),
        slips: Slips::after(one_of(&LOSSES, number(1))),
        balance: Exact::clamped(behind),
        since: Exact::clamped((1_760_000_000_000 + number(3) % 86_400_000).cast_signed()),
        pinned: None,
    }
}

/// Chooses by percent.
fn one_of<T: Copy>(choices: &[(T, u64)], chance: u64) -> T {
    let mut rest = chance % 100;
    let reached = choices.iter().find(|(_, likely)| {
        let reached = rest < *likely;
        rest = rest.saturating_sub(*likely);
        reached
    });
    reached.unwrap_or(&choices[0]).0
}

/// A draw of these requests.
#[expect(clippy::expect_used, reason = "the code is of the chain that is committed to")]
pub fn draw(list: RequestList, rule: Rule) -> Draw {
    let secret = ChainSecret::new(Sha256::digest("crowd").into());
    let opening: (Hash, _, _) = (secret.commitment(), DrawNumber::FIRST, secret.code(DrawNumber::FIRST));
    Draw::new(list, rule, opening, PublicInput::default()).expect("a code that opens")
}

#[expect(clippy::expect_used, reason = "a word")]
fn label(text: &str) -> Label {
    Label::parse(text).expect("a label")
}

#[expect(clippy::expect_used, reason = "written down above, in descending order")]
fn tiers(amounts: &[u32]) -> Tiers {
    Tiers::descending(amounts.to_vec()).expect("tiers")
}

#[expect(clippy::expect_used, reason = "64 bits of SHA-256 do not collide among these, and nothing is pinned")]
fn list_of(event: Label, tickets: u32, requests: Vec<Request>) -> RequestList {
    RequestList::new(event, tickets, requests).expect("a list")
}
