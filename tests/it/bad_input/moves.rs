use super::{
    cases::{Case, Leads, all_right},
    scene::{Scene, Who},
};
use ticket_pool::domain::ids::EventId;

const MOVES: [&str; 9] = [
    "/api/event/close",
    "/api/event/close-to-allocate",
    "/api/event/open-again",
    "/api/event/reopen",
    "/api/event/cancel",
    "/api/event/uncancel",
    "/api/event/delete",
    "/api/event/restore",
    "/api/event/invite",
];

both! {
    async fn a_move_that_is_not_possible_says_why(town: Town) {
        let scene = Scene::set(town).await;
        let open = scene.open.to_string();
        let [close, close_to_allocate, open_again, reopen, _, uncancel, delete, restore, invite] = MOVES;
        let valid = Case::of(close, Who::Otto, &[("event", &*open)]);
        let on = |event: EventId, to: &'static str| valid.at(to).with(&[("event", &event.to_string())]);
        let mut cases = vec![
            on(scene.finalized, close).says("This event is final."),
            on(scene.finalized, close_to_allocate).says("This event is final."),
            on(scene.finalized, open_again).says("This event is final."),
            on(scene.cancelled, close).says("This event is canceled."),
            on(scene.cancelled, open_again).says("This event is canceled."),
            on(scene.open, reopen).says("This event isn’t final yet."),
            on(scene.cancelled, reopen).says("This event is canceled."),
            on(scene.open, uncancel).says("This event isn’t canceled."),
            on(scene.open, delete).leads(Leads::Forbidden),
            on(scene.open, restore).leads(Leads::Forbidden),
            on(scene.open, restore).by(Who::Dana).leads(Leads::Nowhere),
            on(scene.finalized, invite).says("This event is final."),
            on(scene.cancelled, invite).says("This event is canceled."),
            on(EventId::new(4711), close).leads(Leads::Nowhere),
            valid.without("event").leads(Leads::Nowhere),
        ];
        for to in MOVES {
            cases.push(on(scene.open, to).by(Who::Olga).leads(Leads::Forbidden));
            cases.push(on(scene.open, to).by(Who::Asha).leads(Leads::Forbidden));
            cases.push(on(scene.open, to).by(Who::Nobody).leads(Leads::Door));
        }
        all_right(&scene, cases).await;
    }

    async fn a_change_of_organizers_that_is_not_possible_says_why(town: Town) {
        let scene = Scene::set(town).await;
        let (open, olga, otto) =
            (scene.open.to_string(), scene.town.olga.person.to_string(), scene.town.otto.person.to_string());
        let (add, remove, hand_over) =
            ("/api/event/organizers/add", "/api/event/organizers/remove", "/api/event/organizers/hand-over");
        let valid = Case::of(add, Who::Otto, &[("event", &*open), ("person", &*olga)]);
        let mut cases = Vec::new();
        for change in [add, hand_over] {
            let valid = valid.at(change);
            cases.push(valid.with(&[("person", &*otto)]).says("Already a co-organizer."));
            cases.push(
                valid
                    .with(&[("person", &scene.town.asha.person.to_string())])
                    .says("Only organizers and admins can run events"),
            );
            for nobody in ["", "x", "4711", "-1", "<script>alert(1)</script>", &scene.gone.person.to_string()] {
                cases.push(valid.with(&[("person", nobody)]).says("Choose an active person."));
            }
            cases.push(valid.without("person").says("Choose an active person."));
        }
        let remove = valid.at(remove);
        cases.push(remove.with(&[("person", &*otto)]).says("The owner is always an organizer. Transfer ownership first."));
        cases.push(remove.with(&[("person", "x")]).says("Choose an active person."));
        cases.push(valid.with(&[("event", "4711")]).leads(Leads::Nowhere));
        cases.push(valid.by(Who::Olga).leads(Leads::Forbidden));
        cases.push(valid.by(Who::Asha).leads(Leads::Forbidden));
        cases.push(valid.by(Who::Nobody).leads(Leads::Door));
        all_right(&scene, cases).await;
    }

    async fn a_test_message_goes_only_to_an_admin(town: Town) {
        let scene = Scene::set(town).await;
        let valid = Case::of("/api/mail/test", Who::Dana, &[]);
        let cases = vec![
            valid.by(Who::Otto).leads(Leads::Forbidden),
            valid.by(Who::Asha).leads(Leads::Forbidden),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        all_right(&scene, cases).await;
    }

    async fn only_a_failed_message_is_settled_and_only_by_who_may(town: Town) {
        let scene = Scene::set(town).await;
        let waiting =
            scene.town.rows("SELECT id FROM outbox WHERE event_id IS NULL ORDER BY id LIMIT 1").await[0]["id"]
                .to_string();
        let valid = Case::of("/api/mail/resend", Who::Dana, &[("message", &*waiting)])
            .says("This email didn’t fail, or someone already took care of it.");
        let cases = vec![
            valid.clone(),
            valid.with(&[("message", "")]).leads(Leads::Nowhere),
            valid.with(&[("message", "4711")]),
            valid.with(&[("message", "x")]).leads(Leads::Nowhere),
            valid.without("message").leads(Leads::Nowhere),
            valid.at("/api/mail/told"),
            valid.by(Who::Otto).leads(Leads::Forbidden),
            valid.by(Who::Asha).leads(Leads::Forbidden),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        all_right(&scene, cases).await;
    }

    async fn all_of_a_reason_go_again_only_by_an_admin_and_where_some_failed_for_it(town: Town) {
        let scene = Scene::set(town).await;
        let valid = Case::of("/api/mail/resend-all", Who::Dana, &[("reason", "It did not work.")])
            .says("This email didn’t fail, or someone already took care of it.");
        let cases = vec![
            valid.clone(),
            valid.with(&[("reason", "")]),
            valid.with(&[("reason", "' OR 1 = 1 --")]),
            valid.without("reason"),
            valid.by(Who::Otto).leads(Leads::Forbidden),
            valid.by(Who::Asha).leads(Leads::Forbidden),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        all_right(&scene, cases).await;
    }

    async fn alarms_are_on_or_off_and_of_admins(town: Town) {
        let scene = Scene::set(town).await;
        let valid = Case::of("/api/mail/alarms", Who::Dana, &[("on", "on")]);
        let cases = vec![
            valid.with(&[("on", "")]).leads(Leads::Nowhere),
            valid.with(&[("on", "true")]).leads(Leads::Nowhere),
            valid.without("on").leads(Leads::Nowhere),
            valid.by(Who::Otto).leads(Leads::Forbidden),
            valid.by(Who::Asha).leads(Leads::Forbidden),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        all_right(&scene, cases).await;
    }
}
