use super::{
    cases::{Case, Leads, all_right},
    scene::{Scene, Who},
};

const CANARY: &str = "\"><script>alert(1)</script> 🎟 \u{5e9}\u{5dc}";

both! {
    async fn a_board_that_cannot_be_saved_comes_back_as_it_was_typed(town: Town) {
        let scene = Scene::set(town).await;
        let closed = scene.closed.to_string();
        let asha = scene.town.request(scene.closed, &scene.town.asha).await.id;
        let bram = scene.town.request(scene.closed, &scene.town.bram).await.id;
        let foreign = scene.town.request(scene.ready, &scene.town.asha).await.id;
        let (amount, other, reason) =
            (format!("amount[r{asha}]"), format!("other[r{asha}]"), format!("reason[r{asha}]"));
        let brams = format!("amount[r{bram}]");
        let valid = Case::of(
            "/api/allocation/save",
            Who::Otto,
            &[("event", &*closed), ("version", "0"), (&amount, "2"), (&brams, "3")],
        );
        let typed = |number: &str, why: &str| valid.with(&[(&amount, "other"), (&other, number), (&reason, why)]);
        let cases = vec![
            valid.with(&[(&amount, "4")]).says("That’s 2 too many: 7 assigned, but only 5 available."),
            typed("3", "three seats").says("That’s 1 too many: 6 assigned, but only 5 available.").keeps(&["three seats"]),
            typed("1", "").says("They’d accept 4 or 2 or none, not 1. Add a reason"),
            valid.with(&[(&amount, "1")]).says("They’d accept 4 or 2 or none, not 1. Add a reason"),
            typed("", "three seats").says("Fill this in.").keeps(&["three seats"]),
            valid
                .with(&[(&amount, ""), (&reason, "three seats")])
                .says("A reason only goes with another number. Type that number next to it, or clear the reason.")
                .keeps(&["three seats"]),
            typed("-1", CANARY).says("Enter a number from 0 to 100,000, not -1.").keeps(&["-1", CANARY]),
            typed("two", "x").says("“two” isn’t a whole number.").keeps(&["two"]),
            typed("999999", "x").says("Enter a number from 0 to 100,000, not 999999."),
            typed("1", &"r".repeat(201)).says("That’s 201 characters. Use 200 or fewer.").keeps(&[&"r".repeat(201)]),
            typed("1", "two\nlines").says("Remove line breaks"),
            valid.with(&[(&amount, "-1")]).says("Enter a number from 0 to 100,000, not -1."),
            valid.with(&[(&amount, "all")]).says("“all” isn’t a whole number."),
            valid.with(&[(&format!("amount[r{foreign}]"), "1")]).says("Check the highlighted field"),
            valid.with(&[("amount[r0]", "1")]).says("Check the highlighted field"),
            valid.with(&[("amount[x]", "1")]).says("Check the highlighted field"),
            valid.with(&[("amount[<script>alert(1)</script>]", "1")]).says("Check the highlighted field"),
            valid.with(&[("version", "7")]).says("Someone else (or another tab) changed this"),
            valid.with(&[("version", "x")]).says("This changed while you were working"),
            valid.without("version").says("This changed while you were working"),
            valid.with(&[("event", "4711")]).leads(Leads::Nowhere),
            valid.without("event").leads(Leads::Nowhere),
            valid.with(&[("event", &scene.open.to_string())]).says("Requests are still open"),
            valid.with(&[("event", &scene.finalized.to_string())]).says("This event is final."),
            valid.with(&[("event", &scene.cancelled.to_string())]).says("This event is canceled."),
            valid.by(Who::Olga).leads(Leads::Forbidden),
            valid.by(Who::Asha).leads(Leads::Forbidden),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        all_right(&scene, cases).await;
    }

    async fn an_event_that_cannot_be_finalized_says_why(town: Town) {
        let scene = Scene::set(town).await;
        let (ready, version) = (scene.ready.to_string(), scene.town.event(scene.ready).await.board_version.to_string());
        let valid = Case::of(
            "/api/allocation/finalize",
            Who::Otto,
            &[("event", &*ready), ("version", &version), ("telling", "changed"), ("line", "Gate 4")],
        );
        let closed = scene.closed.to_string();
        let cases = vec![
            valid
                .with(&[("line", &"n".repeat(501))])
                .says("That’s 501 characters. Use 500 or fewer.")
                .keeps(&[&"n".repeat(501)]),
            valid.with(&[("line", "bell\u{7}")]).says("Remove line breaks and invisible characters"),
            valid.with(&[("version", "0")]).says("Someone else (or another tab) changed this").keeps(&["Gate 4"]),
            valid.with(&[("version", "99")]).says("Someone else (or another tab) changed this").keeps(&["Gate 4"]),
            valid
                .with(&[("version", "0"), ("line", "</textarea><script>alert(1)</script>")])
                .says("changed this while you were working")
                .keeps(&["</textarea><script>alert(1)</script>"]),
            valid.without("version").says("Someone else (or another tab) changed this"),
            valid.with(&[("event", &closed), ("version", "0")]).says("2 people are still undecided."),
            valid.with(&[("event", &scene.open.to_string())]).says("Requests are still open. Close them first."),
            valid.with(&[("event", &scene.finalized.to_string())]).says("This event is final."),
            valid.with(&[("event", &scene.cancelled.to_string())]).says("This event is canceled."),
            valid.with(&[("event", "4711")]).leads(Leads::Nowhere),
            valid.without("event").leads(Leads::Nowhere),
            valid.by(Who::Olga).leads(Leads::Forbidden),
            valid.by(Who::Asha).leads(Leads::Forbidden),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        all_right(&scene, cases).await;
    }

    async fn a_board_over_the_tickets_cannot_be_finalized_over_http_either(town: Town) {
        let scene = Scene::set(town).await;
        scene
            .town
            .force(&format!("UPDATE requests SET allocated = 4 WHERE event_id = {} AND allocated = 2", scene.ready))
            .await
            .unwrap();
        let (ready, version) = (scene.ready.to_string(), scene.town.event(scene.ready).await.board_version.to_string());
        let case = Case::of("/api/allocation/finalize", Who::Otto, &[("event", &*ready), ("version", &version)]);
        all_right(&scene, vec![case.says("That’s 2 too many: 7 assigned, but only 5 available.")]).await;
    }
}
