use super::{
    cases::{Case, Leads, all_right},
    scene::{Scene, Who},
};

const CANARY: &str = "</textarea><script>alert(1)</script> 🎟 \u{202e}gnirts";

both! {
    async fn a_request_that_cannot_be_accepted_comes_back_as_it_was_typed(town: Town) {
        let scene = Scene::set(town).await;
        let (open, hall) = (scene.open.to_string(), scene.hall.to_string());
        let valid = Case::of(
            "/api/request/save",
            Who::Bram,
            &[("event", &*open), ("version", "0"), ("tiers[]", "2"), ("note", "We sit together")],
        );
        let with = |tiers: &[&str], says: &str| {
            let fields: Vec<_> = tiers.iter().map(|&tier| ("tiers[]", tier)).collect();
            valid.with(&fields).says(says).keeps(&["We sit together"])
        };
        let in_hall = valid.with(&[("event", &*hall)]);
        let many: Vec<String> = (1..=65).map(|n: u32| n.to_string()).collect();
        let many: Vec<_> = many.iter().map(|n| ("tiers[]", &**n)).collect();
        let cases = vec![
            valid.without("tiers[]").says("Choose at least one number.").keeps(&["We sit together"]),
            with(&[""], "Choose at least one number."),
            with(&["", " "], "Choose at least one number."),
            with(&["0"], "Enter a number from 1 to 4, not 0."),
            with(&["5", "2"], "Enter a number from 1 to 4, not 5."),
            with(&["-1"], "Enter a number from 1 to 4, not -1."),
            with(&["4294967297"], "Enter a number from 1 to 4, not 4294967297."),
            with(&["two"], "“two” isn’t a whole number."),
            with(&["1.5"], "“1.5” isn’t a whole number."),
            with(&["2", "2"], "2 is listed twice. Remove one."),
            with(&["2", " 02 "], "2 is listed twice. Remove one."),
            in_hall
                .with(&many)
                .says("Choose at most 64 different numbers.")
                .keeps(&["65", "We sit together"]),
            in_hall.with(&[("tiers[]", "1001")]).says("Enter a number from 1 to 1,000, not 1001.").keeps(&["1001"]),
            valid
                .with(&[("note", &"n".repeat(501))])
                .says("That’s 501 characters. Use 500 or fewer.")
                .keeps(&[&"n".repeat(501)]),
            valid.with(&[("note", "bell\u{7}")]).says("Remove line breaks and invisible characters"),
            valid.with(&[("note", CANARY), ("tiers[]", "9")]).says("Enter a number from 1 to 4, not 9.").keeps(&[CANARY]),
            valid
                .with(&[("version", "1")])
                .says("Someone else (or another tab) changed this")
                .keeps(&["We sit together"]),
            valid.without("version").says("Someone else (or another tab) changed this").keeps(&["We sit together"]),
            valid.with(&[("version", "x"), ("note", CANARY)]).says("changed this while you were working").keeps(&[CANARY]),
            valid.by(Who::Asha).says("Someone else (or another tab) changed this"),
            valid.with(&[("event", "4711")]).leads(Leads::Nowhere),
            valid.with(&[("event", "")]).leads(Leads::Nowhere),
            valid.without("event").leads(Leads::Nowhere),
            valid.with(&[("event", &scene.closed.to_string())]).says("Requests for this event have closed."),
            valid.with(&[("event", &scene.finalized.to_string())]).says("This event is final."),
            valid.with(&[("event", &scene.cancelled.to_string())]).says("This event is canceled."),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        all_right(&scene, cases).await;
    }

    async fn a_request_for_someone_else_needs_who_runs_the_event_and_someone_there(town: Town) {
        let scene = Scene::set(town).await;
        let (open, asha, gone) =
            (scene.open.to_string(), scene.town.asha.person.to_string(), scene.gone.person.to_string());
        let valid = Case::of(
            "/api/request/save",
            Who::Otto,
            &[("event", &*open), ("person", &*asha), ("version", "1"), ("tiers[]", "2"), ("note", "aisle")],
        );
        let cases = vec![
            valid.by(Who::Bram).leads(Leads::Forbidden),
            valid.by(Who::Olga).leads(Leads::Forbidden),
            valid.with(&[("version", "0")]).says("Someone else (or another tab) changed this").keeps(&["aisle"]),
            valid.with(&[("tiers[]", "5")]).says("Enter a number from 1 to 4, not 5.").keeps(&["aisle"]),
            valid.with(&[("person", &*gone), ("version", "0")]).says("Choose an active person."),
            valid.with(&[("person", "4711"), ("version", "0")]).says("Choose an active person."),
            valid.with(&[("person", "x"), ("version", "0")]).leads(Leads::Nowhere),
            valid.with(&[("event", &scene.finalized.to_string())]).says("This event is final."),
        ];
        all_right(&scene, cases).await;
    }

    async fn a_withdrawal_that_is_not_possible_says_why(town: Town) {
        let scene = Scene::set(town).await;
        let asha = scene.town.asha.person.to_string();
        for endpoint in ["/api/request/withdraw", "/api/request/restore"] {
            let valid = Case::of(endpoint, Who::Asha, &[("event", &scene.open.to_string())]);
            let cases = vec![
                valid.by(Who::Bram).leads(Leads::Nowhere),
                valid.by(Who::Bram).with(&[("person", &*asha)]).leads(Leads::Forbidden),
                valid.by(Who::Otto).with(&[("person", "x")]).leads(Leads::Nowhere),
                valid.with(&[("event", "4711")]).leads(Leads::Nowhere),
                valid.without("event").leads(Leads::Nowhere),
                valid.with(&[("event", &scene.closed.to_string())]).says("Requests for this event have closed."),
                valid.with(&[("event", &scene.finalized.to_string())]).says("This event is final."),
                valid.with(&[("event", &scene.cancelled.to_string())]).says("This event is canceled."),
                valid.by(Who::Nobody).leads(Leads::Door),
            ];
            all_right(&scene, cases).await;
        }
    }
}
