use allocation::{
    Hash,
    statement::{Fault, Kind, START, Said, Signature, SigningKey, Statement, StatementFile},
};

use super::{SITE, Site, key, three};

fn said(file: &StatementFile) -> Vec<String> {
    file.check(&[]).iter().map(ToString::to_string).collect()
}

fn shown(file: &mut StatementFile, place: usize) -> (&mut String, &mut Signature) {
    match &mut file.statements[place] {
        Said::Shown { body, signature } => (body, signature),
        Said::Withheld(_) => panic!("withheld"),
    }
}

const SIGNATURE: &str = "the signature is not that of the key for this text after all before it";

#[test]
fn what_the_site_said_is_faultless_whole_or_in_part() {
    assert_eq!(three().check(&[]), []);
    let links: Vec<_> = three().links().collect();
    assert_eq!(three().head(), links[2]);
    assert_eq!(three().check(&links), []);
    let mut later = three();
    (later.first, later.before) = (2, links[0].1);
    later.statements.remove(0);
    assert_eq!(later.check(&links), []);
    assert_eq!(later.links().collect::<Vec<_>>(), links[1..]);
}

#[test]
fn a_changed_word_shows_in_every_signature_after_it() {
    let mut file = three();
    let body = shown(&mut file, 0).0;
    *body = body.replace("randomness: none", "randomness: some");
    assert_eq!(said(&file), [format!("statement 1: {SIGNATURE}"), format!("statement 3: {SIGNATURE}")]);
}

#[test]
fn a_withheld_statement_cannot_be_another() {
    let mut file = three();
    file.statements[1] = Said::Withheld(Hash([1; 32]));
    assert_eq!(file.check(&[]), [Fault::Signature { number: 3 }]);
}

#[test]
fn statements_left_out_put_in_or_moved_are_named() {
    let mut left_out = three();
    left_out.statements.remove(1);
    assert_eq!(left_out.check(&[]), [Fault::Number { number: 2, said: 3 }, Fault::Signature { number: 2 }]);
    let mut put_in = three();
    put_in.statements.insert(1, Said::Withheld(Hash([1; 32])));
    assert_eq!(put_in.check(&[]), [Fault::Number { number: 4, said: 3 }, Fault::Signature { number: 4 }]);
    let mut moved = three();
    moved.statements.swap(0, 2);
    assert_eq!(moved.check(&[]).len(), 4);
}

#[test]
fn another_key_and_another_signature_are_named() {
    let mut file = three();
    file.key = SigningKey::from_seed([8; 32]).unwrap().public();
    assert_eq!(file.check(&[]), [Fault::Signature { number: 1 }, Fault::Signature { number: 3 }]);
    let mut file = three();
    *shown(&mut file, 2).1 = key().sign(START);
    assert_eq!(file.check(&[]), [Fault::Signature { number: 3 }]);
}

/// The site itself may sign what it must not say.
#[test]
fn what_is_signed_has_to_be_a_statement_of_this_site_at_this_place() {
    let mut site = Site::new();
    let text = |number, site: &str| {
        format!("ticket-pool/statement/1\nsite: {site}\nnumber: {number}\nat: 2026-08-20T09:00:00.000Z\nkind: reopen\n")
    };
    site.say_text(text(2, SITE)).say_text(text(2, "https://other.example.org"));
    site.say_text(text(3, SITE).replace("statement/1", "statement/2"))
        .say_text(text(4, SITE).replace("reopen", "gift"));
    site.say_text(String::new());
    let expected = [
        "statement 1: calls itself number 2",
        "statement 2: is of another site, https://other.example.org",
        "statement 3: line 1: \"ticket-pool/statement/2\" is not known; ticket-pool/statement/1 is",
        "statement 4: kind: \"gift\" is not known; commitment, receipt, withdrawal, removal, close, plan, draw, override, \
         number, reopen, cancel, uncancel, trash, finalize, key are",
        "statement 5: line 1: \"\" is not known; ticket-pool/statement/1 is",
    ];
    assert_eq!(said(&site.file), expected);
}

#[test]
fn nothing_comes_before_the_first() {
    let mut file = three();
    file.before = Hash([1; 32]);
    assert_eq!(file.check(&[])[0], Fault::Before { claimed: Hash([1; 32]) });
    // Later than the first, the link before is what the signatures are about.
    file.first = 12;
    assert!(!file.check(&[]).contains(&Fault::Before { claimed: Hash([1; 32]) }));
}

#[test]
fn a_link_that_was_noted_elsewhere_is_held_against_the_file() {
    let (number, link) = three().head();
    let noted = Hash([5; 32]);
    assert_eq!(three().check(&[(number, noted)]), [Fault::Link { number, noted, computed: link }]);
    assert_eq!(three().check(&[(0, noted)]), [Fault::Link { number: 0, noted, computed: START }]);
    assert_eq!(three().check(&[(number + 1, noted), (number, link)]), []);
    let mut site = Site::new();
    site.say(Kind::Finalize, Some("autumn"), &[]);
    assert_eq!(site.file.check(&three().links().collect::<Vec<_>>()).len(), 1);
}

/// Round 1000 of quicknet came on August 23, 2023, at 15:59:24.
#[test]
fn a_plan_dated_after_its_round_and_a_draw_dated_before_are_named() {
    let quicknet = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
    let (before, after) = ("2023-08-23T15:59:23.999Z", "2023-08-23T15:59:24.000Z");
    let dated = |at: &str, kind, randomness: String| {
        let mut site = Site::new();
        let statement = Statement::new(SITE, 1, at, kind, Some("autumn")).unwrap();
        site.say_text(statement.with("randomness", &randomness).unwrap().body());
        said(&site.file)
    };
    let round = format!("drand {quicknet} 1000");
    assert_eq!(dated(before, Kind::Plan, round.clone()), Vec::<String>::new());
    assert_eq!(
        dated(after, Kind::Plan, round.clone()),
        [format!(
            "statement 1 (plan): is dated {after}, when round 1000 had come: whoever settled the draw could know it"
        )]
    );
    let signed = format!("{round} {}", "0".repeat(96));
    assert_eq!(dated(after, Kind::Draw, signed.clone()), Vec::<String>::new());
    let [early] = &dated(before, Kind::Draw, signed)[..] else { panic!("one fault") };
    assert!(early.starts_with(&format!("statement 1 (draw): is dated {before}, before round 1000 came:")), "{early}");
    // What is announced, another chain, another source: nobody here knows better.
    for (kind, randomness) in [
        (Kind::Commitment, round),
        (Kind::Plan, format!("drand {} 1000", "0".repeat(64))),
        (Kind::Plan, format!("drand {quicknet} soon")),
        (Kind::Plan, format!("drand {quicknet}")),
        (Kind::Plan, "none".to_owned()),
        (Kind::Plan, "typed drand".to_owned()),
    ] {
        assert_eq!(dated(after, kind, randomness.clone()), Vec::<String>::new(), "{randomness}");
    }
}
