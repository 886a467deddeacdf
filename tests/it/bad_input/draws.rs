use ::allocation::Rule;
use ticket_pool::domain::{event::EventForm, ids::EventId};

use super::{
    cases::{Case, Leads, all_right},
    scene::{Scene, Who},
};
use crate::harness::event_form;

both! {
    async fn a_draw_that_cannot_be_says_why(town: Town) {
        let scene = Scene::set(town).await;
        let closed = scene.closed.to_string();
        let version = scene.town.event(scene.closed).await.board_version.to_string();
        let valid = Case::of(
            "/api/draw/make",
            Who::Otto,
            &[("event", &*closed), ("version", &version), ("rule", "balance.turns"), ("public_input", ""), ("reason", "")],
        );
        let on = |event: EventId| valid.with(&[("event", &event.to_string())]);
        let mut cases = vec![
            on(scene.open).says("Requests are still open. Close them first."),
            on(scene.finalized).says("This event is finalized and locked."),
            on(scene.cancelled).says("This event is cancelled."),
            on(EventId::new(4711)).leads(Leads::Nowhere),
            valid.without("event").leads(Leads::Nowhere),
            valid.without("rule").says("Please fill this in."),
            valid.with(&[("rule", "")]).says("Please fill this in."),
            valid.with(&[("version", "4711")]).says("This was changed in the meantime"),
            valid.without("version").says("This was changed in the meantime"),
            valid.with(&[("public_input", "3 9 17")]).says("Nothing was named before requests closed"),
            valid.by(Who::Olga).leads(Leads::Forbidden),
            valid.by(Who::Asha).leads(Leads::Forbidden),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        for rule in ["best", "balance", "balance.best", "balance+turns", "balance.turns.turns", "<script>", "BALANCE.TURNS"] {
            cases.push(valid.with(&[("rule", rule)]).says("is not one of: balance.turns, equal.limit, first-come.straight."));
        }
        let long = "x".repeat(1_001);
        cases.push(valid.with(&[("public_input", &*long)]).says("1001 characters; at most 1000 fit."));
        cases.push(valid.with(&[("public_input", "3\n9")]).says("There is a line break"));
        cases.push(valid.with(&[("reason", &*long)]).says("1001 characters; at most 500 fit."));
        cases.push(valid.with(&[("reason", "a\u{0}b")]).says("There is a line break"));
        all_right(&scene, cases).await;
    }

    async fn a_second_draw_needs_a_reason(town: Town) {
        let scene = Scene::set(town).await;
        scene.town.draw(scene.closed, Rule::LOTTERY, "").await.unwrap();
        let closed = scene.closed.to_string();
        let version = scene.town.event(scene.closed).await.board_version.to_string();
        let fields = [("event", &*closed), ("version", &*version), ("rule", "equal.turns"), ("reason", " ")];
        let again = Case::of("/api/draw/make", Who::Otto, &fields);
        all_right(&scene, vec![again.says("Please fill this in.")]).await;
    }

    async fn a_round_that_cannot_be_taken_says_why(town: Town) {
        let waits = town.closed_match_like(&EventForm { randomness: "drand".into(), ..event_form("Rovers v City") }).await;
        town.draw(waits, Rule::LOTTERY, "").await.unwrap();
        let scene = Scene::set(town).await;
        let (waits, closed) = (waits.to_string(), scene.closed.to_string());
        let infinity = format!("c0{}", "0".repeat(94));
        let valid = Case::of("/api/draw/paste", Who::Otto, &[("event", &*waits), ("signature", &infinity)]);
        let cases = vec![
            valid.with(&[]).says("This is not drand’s signature of round"),
            valid.without("signature").says("Please fill this in."),
            valid.with(&[("signature", "00")]).says("“00” is not a round’s signature"),
            valid.with(&[("signature", r#"{"round":7,"signature":"00"}"#)]).says("This is round 7; the draw waits for round"),
            valid.with(&[("event", &closed)]).says("This draw doesn’t wait anymore"),
            valid.with(&[("event", &scene.open.to_string())]).says("Requests are still open."),
            valid.with(&[("event", &scene.finalized.to_string())]).says("This event is finalized"),
            valid.with(&[("event", "4711")]).leads(Leads::Nowhere),
            valid.without("event").leads(Leads::Nowhere),
            valid.by(Who::Olga).leads(Leads::Forbidden),
            valid.by(Who::Asha).leads(Leads::Forbidden),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        all_right(&scene, cases).await;
    }

    async fn what_cannot_be_done_with_a_draw_says_why(town: Town) {
        let scene = Scene::set(town).await;
        let closed = scene.closed.to_string();
        let version = scene.town.event(scene.closed).await.board_version.to_string();
        let (put, further, take_off) = ("/api/draw/put", "/api/draw/fill-further", "/api/draw/take-off");
        let valid = Case::of(put, Who::Otto, &[("event", &*closed), ("version", &version)]);
        let mut cases = Vec::new();
        for change in [put, further] {
            cases.push(valid.at(change).says("There is no draw on the board yet."));
        }
        cases.push(valid.at(take_off).says("The board was changed since the draw was put on it"));
        for change in [put, take_off, further] {
            let valid = valid.at(change);
            cases.push(valid.with(&[("event", &scene.open.to_string())]).says("Requests are still open."));
            cases.push(valid.with(&[("event", &scene.finalized.to_string())]).says("This event is finalized"));
            cases.push(valid.with(&[("event", &scene.cancelled.to_string())]).says("This event is cancelled."));
            cases.push(valid.with(&[("event", "4711")]).leads(Leads::Nowhere));
            cases.push(valid.by(Who::Olga).leads(Leads::Forbidden));
            cases.push(valid.by(Who::Asha).leads(Leads::Forbidden));
            cases.push(valid.by(Who::Nobody).leads(Leads::Door));
        }
        all_right(&scene, cases).await;
    }
}
