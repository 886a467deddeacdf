use super::{
    cases::{Case, Leads, all_right},
    scene::{Scene, Who},
};

const CANARY: &str = "</textarea><script>alert(1)</script> 🎟 \u{5e9}\u{5dc}\u{5d5}\u{5dd}";

/// What can be wrong about the details of an event.
fn details(valid: &Case) -> Vec<Case> {
    let with = |name: &str, value: &str, says: &str| valid.with(&[(name, value)]).says(says).keeps(&["Cup tie"]);
    let long_notes = "n".repeat(4_001);
    let mut cases = vec![
        valid.with(&[("name", "")]).says("Fill this in."),
        valid.with(&[("name", " \u{a0} ")]).says("Fill this in."),
        valid.without("name").says("Fill this in."),
        valid
            .with(&[("name", &"x".repeat(121))])
            .says("That’s 121 characters. Use 120 or fewer.")
            .keeps(&["xxxxxxxxxx"]),
        valid.with(&[("name", "two\nlines")]).says("Remove line breaks"),
        valid.with(&[("name", "nul\0")]).says("Remove line breaks"),
        with("notes", &long_notes, "That’s 4,001 characters. Use 4,000 or fewer."),
        with("notes", "bell\u{7}", "Remove line breaks and invisible characters"),
        with("shows_before", "everything", "“everything” isn’t an option. Choose one of: own, numbers, names."),
        with("shows_after", "<b>", "“<b>” isn’t an option. Choose one of: own, numbers, names."),
        with("season", "99", "Choose a season from the list."),
        with("season", "2", "Only this season’s stewards and admins can add events to it"),
        with("new_season", "Cup", "Only this season’s stewards and admins can add events to it"),
        with("season", "0", "Enter a number from 1 to 1,000,000, not 0."),
        with("season", "General", "“General” isn’t a whole number."),
    ];
    for (value, says) in [
        ("", "Fill this in."),
        ("-1", "Enter a number from 0 to 100,000, not -1."),
        ("1.5", "“1.5” isn’t a whole number."),
        ("five", "“five” isn’t a whole number."),
        ("1e3", "“1e3” isn’t a whole number."),
        ("+5", "“+5” isn’t a whole number."),
        ("٥", "“٥” isn’t a whole number."),
        ("100001", "Enter a number from 0 to 100,000, not 100001."),
        ("99999999999999999999", "Enter a number from 0 to 100,000, not 99999999999999999999."),
    ] {
        cases.push(with("tickets", value, says).keeps(&[value]));
    }
    for (value, says) in [
        ("0", "Enter a number from 1 to 1,000, not 0."),
        ("1001", "Enter a number from 1 to 1,000, not 1001."),
        ("-3", "Enter a number from 1 to 1,000, not -3."),
        ("x", "“x” isn’t a whole number."),
    ] {
        cases.push(with("limit", value, says).keeps(&[value]));
    }
    cases
}

/// What can be wrong about its times.
fn times(valid: &Case) -> Vec<Case> {
    let with = |name: &str, value: &str, says: &str| valid.with(&[(name, value)]).says(says).keeps(&["Cup tie", value]);
    vec![
        with("starts", "", "Fill this in."),
        with("starts", "tomorrow", "“tomorrow” isn’t a date and time"),
        with("starts", "2027-02-30T10:00", "“2027-02-30T10:00” isn’t a date and time"),
        with("starts", "12345-01-01T10:00", "“12345-01-01T10:00” isn’t a date and time"),
        with("starts", "+2027-01-01T10:00", "“+2027-01-01T10:00” isn’t a date and time"),
        with("starts", "227-01-01T10:00", "“227-01-01T10:00” isn’t a date and time"),
        with("starts", "2027-01-01T23:59:60", "“2027-01-01T23:59:60” isn’t a date and time"),
        with("closes", "2026-12-04T23:59:60", "“2026-12-04T23:59:60” isn’t a date and time"),
        with(
            "starts",
            "9999-12-31T23:00",
            "9999-12-31T23:00 is too far ahead. Choose a date within the next ten years, 2036-11-22 at the latest.",
        ),
        valid.with(&[("starts", "2020-01-01T10:00"), ("closes", "")]).says("That time has passed"),
        valid.with(&[("starts", "2026-11-22T12:00"), ("closes", "")]).says("That time has passed"),
        with("starts", "2020-01-01T10:00", "Requests have to close before the event starts"),
        with("starts", "2027-03-28T01:30", "2027-03-28T01:30 doesn’t exist in Europe/London"),
        with("starts", "2027-10-31T01:30", "2027-10-31T01:30 happens twice in Europe/London"),
        with("closes", "2026-12-06T15:01", "Requests have to close before the event starts"),
        with("closes", "2026-11-22T11:59", "That time has passed"),
        with("closes", "soon", "“soon” isn’t a date and time"),
        with("zone", "", "Fill this in."),
        with("zone", "Mars/Olympus", "“Mars/Olympus” isn’t a time zone"),
        with("zone", "../../etc/passwd", "“../../etc/passwd” isn’t a time zone"),
        with("zone", "GMT+25", "“GMT+25” isn’t a time zone"),
        valid.without("zone").says("Fill this in."),
        valid
            .with(&[("starts", "2027-11-01T10:00"), ("closes", "2027-10-31T01:30")])
            .says("2027-10-31T01:30 happens twice in Europe/London"),
    ]
}

both! {
    async fn an_event_that_cannot_be_created_comes_back_as_it_was_typed(town: Town) {
        let scene = Scene::set(town).await;
        let fields = [
            ("name", "Cup tie"),
            ("starts", "2026-12-06T15:00"),
            ("zone", "Europe/London"),
            ("closes", "2026-12-04T18:00"),
            ("tickets", "5"),
            ("limit", "4"),
            ("notes", "Gate 4"),
        ];
        let valid = Case::of("/api/event/create", Who::Otto, &fields);
        let mut cases = [details(&valid), times(&valid)].concat();
        cases.push(
            valid
                .with(&[("notes", CANARY), ("tickets", "many")])
                .says("“many” isn’t a whole number.")
                .keeps(&[CANARY]),
        );
        cases.push(
            valid
                .with(&[("name", CANARY), ("tickets", "\"><script>alert(2)</script>")])
                .says("isn’t a whole number.")
                .keeps(&[CANARY, "\"><script>alert(2)</script>"]),
        );
        cases.push(valid.by(Who::Asha).leads(Leads::Forbidden));
        cases.push(valid.by(Who::Nobody).leads(Leads::Door));
        let nothing =
            Case::of("/api/event/create", Who::Otto, &[]).says("Nothing was saved. Check the 4 highlighted fields.");
        cases.push(nothing);
        all_right(&scene, cases).await;
    }

    async fn an_event_that_cannot_be_changed_stays_as_it_is(town: Town) {
        let scene = Scene::set(town).await;
        let (open, finalized, cancelled) =
            (scene.open.to_string(), scene.finalized.to_string(), scene.cancelled.to_string());
        let fields = [
            ("event", &*open),
            ("version", "0"),
            ("name", "Cup tie"),
            ("starts", "2026-12-06T15:00"),
            ("zone", "Europe/London"),
            ("closes", "2026-12-04T18:00"),
            ("tickets", "5"),
            ("limit", "4"),
            ("notes", "Gate 4"),
        ];
        let valid = Case::of("/api/event/edit", Who::Otto, &fields);
        let mut cases = details(&valid);
        // A closing time that stood there may lie in the past, so only new ones are refused: the same texts.
        cases.extend(times(&valid));
        cases.push(
            valid
                .with(&[("notes", CANARY), ("tickets", "many")])
                .says("“many” isn’t a whole number.")
                .keeps(&[CANARY]),
        );
        for stale in ["7", "-1", "", "x", "4294967296"] {
            cases.push(
                valid
                    .with(&[("version", stale)])
                    .says("Someone else (or another tab) changed this")
                    .keeps(&["Cup tie", "Gate 4"]),
            );
        }
        cases.push(valid.without("version").says("Someone else (or another tab) changed this").keeps(&["Cup tie"]));
        cases.push(valid.with(&[("event", &*finalized)]).says("This event is final."));
        cases.push(valid.with(&[("event", &*cancelled)]).says("This event is canceled."));
        for nobodys in ["4711", "0", "-1", "x", "", "99999999999"] {
            cases.push(valid.with(&[("event", nobodys)]).leads(Leads::Nowhere));
        }
        cases.push(valid.without("event").leads(Leads::Nowhere));
        cases.push(valid.by(Who::Olga).leads(Leads::Forbidden));
        cases.push(valid.by(Who::Asha).leads(Leads::Forbidden));
        cases.push(valid.by(Who::Nobody).leads(Leads::Door));
        all_right(&scene, cases).await;
    }
}
