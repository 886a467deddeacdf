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
            valid.with(&[(&amount, "4")]).says("2 too many: 7 given, 5 there."),
            typed("3", "three seats").says("1 too many: 6 given, 5 there.").keeps(&["three seats"]),
            typed("1", "").says("1 was not asked for (4 or 2 or none would work). Give a reason"),
            valid.with(&[(&amount, "1")]).says("1 was not asked for (4 or 2 or none would work). Give a reason"),
            typed("", "three seats").says("Please fill this in.").keeps(&["three seats"]),
            typed("-1", CANARY).says("-1 is not between 0 and 100000.").keeps(&["-1", CANARY]),
            typed("two", "x").says("“two” is not a whole number.").keeps(&["two"]),
            typed("999999", "x").says("999999 is not between 0 and 100000."),
            typed("1", &"r".repeat(201)).says("201 characters; at most 200 fit.").keeps(&[&"r".repeat(201)]),
            typed("1", "two\nlines").says("There is a line break"),
            valid.with(&[(&amount, "-1")]).says("-1 is not between 0 and 100000."),
            valid.with(&[(&amount, "all")]).says("“all” is not a whole number."),
            valid.with(&[(&format!("amount[r{foreign}]"), "1")]).says("1 field needs a look"),
            valid.with(&[("amount[r0]", "1")]).says("1 field needs a look"),
            valid.with(&[("amount[x]", "1")]).says("1 field needs a look"),
            valid.with(&[("amount[<script>alert(1)</script>]", "1")]).says("1 field needs a look"),
            valid.with(&[("version", "7")]).says("This was changed in the meantime"),
            valid.with(&[("version", "x")]).says("This was changed in the meantime"),
            valid.without("version").says("This was changed in the meantime"),
            valid.with(&[("event", "4711")]).leads(Leads::Nowhere),
            valid.without("event").leads(Leads::Nowhere),
            valid.with(&[("event", &scene.open.to_string())]).says("Requests are still open"),
            valid.with(&[("event", &scene.finalized.to_string())]).says("This event is finalized and locked."),
            valid.with(&[("event", &scene.cancelled.to_string())]).says("This event is cancelled."),
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
                .says("501 characters; at most 500 fit.")
                .keeps(&[&"n".repeat(501)]),
            valid.with(&[("line", "bell\u{7}")]).says("There is a line break or an invisible control character"),
            valid.with(&[("version", "0")]).says("This was changed in the meantime").keeps(&["Gate 4"]),
            valid.with(&[("version", "99")]).says("This was changed in the meantime").keeps(&["Gate 4"]),
            valid
                .with(&[("version", "0"), ("line", "</textarea><script>alert(1)</script>")])
                .says("This was changed")
                .keeps(&["</textarea><script>alert(1)</script>"]),
            valid.without("version").says("This was changed in the meantime"),
            valid.with(&[("event", &closed), ("version", "0")]).says("2 requests are not decided."),
            valid.with(&[("event", &scene.open.to_string())]).says("Requests are still open. Close them first."),
            valid.with(&[("event", &scene.finalized.to_string())]).says("This event is finalized and locked."),
            valid.with(&[("event", &scene.cancelled.to_string())]).says("This event is cancelled."),
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
        all_right(&scene, vec![case.says("2 too many: 7 given, 5 there.")]).await;
    }
}
