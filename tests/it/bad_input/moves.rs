use super::{
    cases::{Case, Leads, all_right},
    scene::{Scene, Who},
};
use ticket_pool::domain::ids::EventId;

both! {
    async fn a_move_that_is_not_possible_says_why(town: Town) {
        let scene = Scene::set(town).await;
        let open = scene.open.to_string();
        let valid = Case::of("/api/event/move", Who::Otto, &[("event", &*open), ("to", "close")]);
        let on = |event: EventId, to: &str| valid.with(&[("event", &event.to_string()), ("to", to)]);
        let mut cases = vec![
            on(scene.finalized, "close").says("This event is finalized and locked."),
            on(scene.finalized, "close-to-allocate").says("This event is finalized and locked."),
            on(scene.finalized, "open").says("This event is finalized and locked."),
            on(scene.cancelled, "close").says("This event is cancelled."),
            on(scene.cancelled, "open").says("This event is cancelled."),
            on(scene.open, "reopen").says("This event is not finalized."),
            on(scene.cancelled, "reopen").says("This event is not finalized."),
            on(scene.open, "uncancel").says("This event is not cancelled."),
            on(scene.open, "delete").leads(Leads::Forbidden),
            on(scene.open, "restore").leads(Leads::Forbidden),
            on(scene.open, "restore").by(Who::Dana).leads(Leads::Nowhere),
            on(EventId::new(4711), "close").leads(Leads::Nowhere),
            valid.without("event").leads(Leads::Nowhere),
        ];
        for nothing in ["", "explode", "Close", "<script>alert(1)</script>", "finalized"] {
            cases.push(on(scene.open, nothing).leads(Leads::Nowhere));
        }
        cases.push(valid.without("to").leads(Leads::Nowhere));
        for to in ["close", "close-to-allocate", "open", "reopen", "cancel", "uncancel", "delete", "restore"] {
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
        let valid =
            Case::of("/api/event/organizers", Who::Otto, &[("event", &*open), ("person", &*olga), ("change", "add")]);
        let mut cases = Vec::new();
        for change in ["add", "hand-over"] {
            let valid = valid.with(&[("change", change)]);
            cases.push(valid.with(&[("person", &*otto)]).says("Runs this event already."));
            cases.push(
                valid
                    .with(&[("person", &scene.town.asha.person.to_string())])
                    .says("Only organizers and admins can run an event"),
            );
            for nobody in ["", "x", "4711", "-1", "<script>alert(1)</script>", &scene.gone.person.to_string()] {
                cases.push(valid.with(&[("person", nobody)]).says("There is no active person to choose here."));
            }
            cases.push(valid.without("person").says("There is no active person to choose here."));
        }
        let remove = valid.with(&[("change", "remove")]);
        cases.push(remove.with(&[("person", &*otto)]).says("The owner always runs the event. Make somebody else the owner first."));
        cases.push(remove.with(&[("person", "x")]).says("There is no active person to choose here."));
        for nothing in ["", "explode"] {
            cases.push(valid.with(&[("change", nothing)]).leads(Leads::Nowhere));
        }
        cases.push(valid.with(&[("event", "4711")]).leads(Leads::Nowhere));
        cases.push(valid.by(Who::Olga).leads(Leads::Forbidden));
        cases.push(valid.by(Who::Asha).leads(Leads::Forbidden));
        cases.push(valid.by(Who::Nobody).leads(Leads::Door));
        all_right(&scene, cases).await;
    }

    async fn a_test_message_goes_only_to_an_admin_and_leads_back_to_a_page_of_ours(town: Town) {
        let scene = Scene::set(town).await;
        let valid = Case::of("/api/mail/test", Who::Dana, &[("page", "settings")]);
        let mut cases = vec![
            valid.without("page").leads(Leads::Nowhere),
            valid.by(Who::Otto).leads(Leads::Forbidden),
            valid.by(Who::Asha).leads(Leads::Forbidden),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        for elsewhere in ["", "x", "https://example.com", "//example.com", "/admin/settings"] {
            cases.push(valid.with(&[("page", elsewhere)]).leads(Leads::Nowhere));
        }
        all_right(&scene, cases).await;
    }

    async fn only_a_failed_message_is_settled_and_only_by_who_may(town: Town) {
        let scene = Scene::set(town).await;
        let waiting =
            scene.town.rows("SELECT id FROM outbox WHERE status = 'waiting' ORDER BY id LIMIT 1").await[0]["id"]
                .to_string();
        let valid = Case::of("/api/mail/settle", Who::Dana, &[("message", &*waiting), ("how", "again")])
            .says("That message did not fail, or was settled in the meantime.");
        let cases = vec![
            valid.clone(),
            valid.with(&[("message", "")]),
            valid.with(&[("message", "4711")]),
            valid.with(&[("message", "x")]),
            valid.without("message"),
            valid.with(&[("how", "told")]),
            valid.with(&[("how", "")]).leads(Leads::Nowhere),
            valid.with(&[("how", "burned")]).leads(Leads::Nowhere),
            valid.without("how").leads(Leads::Nowhere),
            valid.by(Who::Otto).leads(Leads::Forbidden),
            valid.by(Who::Asha).leads(Leads::Forbidden),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        all_right(&scene, cases).await;
    }
}
