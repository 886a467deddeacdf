use super::{
    cases::{Case, Leads, all_right},
    scene::{Scene, Who},
};

const CANARY: &str = "</textarea><script>alert(1)</script> 🎟";

both! {
    async fn what_cannot_be_handed_out_says_why(town: Town) {
        let scene = Scene::set(town).await;
        let (asha, olga) = (scene.town.asha.person, scene.town.olga.person);
        let line = format!("line-{asha}");
        let event = scene.finalized.to_string();
        let valid = Case::of("/api/after/hand-out", Who::Otto, &[("event", &*event), (&*line, "Row 5, seats 1 and 2")]);
        let cases = vec![
            valid.with(&[(&*line, &"n".repeat(201))]).says("That’s 201 characters. Use 200 or fewer.").keeps(&["nnnnnnnn"]),
            valid.with(&[(&*line, "bell\u{7}")]).says("Remove line breaks and invisible characters"),
            valid.with(&[(&*format!("shown-{asha}"), "Row 9")]).says("changed"),
            valid.with(&[(&*format!("line-{olga}"), "Row 9")]).leads(Leads::Back).says("Check"),
            valid.with(&[("line-x", "Row 9")]).leads(Leads::Nowhere),
            valid.with(&[("event", &scene.closed.to_string())]).says("This event isn’t final yet."),
            valid.with(&[("event", "4711")]).leads(Leads::Nowhere),
            valid.with(&[("event", "")]).leads(Leads::Nowhere),
            valid.by(Who::Bram).leads(Leads::Forbidden),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        all_right(&scene, cases).await;
    }

    async fn what_cannot_be_set_about_the_time_after_the_result_says_why(town: Town) {
        let scene = Scene::set(town).await;
        let (event, version) = (scene.finalized.to_string(), scene.town.event(scene.finalized).await.version.to_string());
        let fields = [("event", &*event), ("version", &*version), ("hand_on", "free"), ("guests", "optional")];
        let valid = Case::of("/api/after/settings", Who::Otto, &fields);
        let too_late = "2036-01-01T10:00";
        let cases = vec![
            valid.with(&[("returns_until", too_late)]).says("before the event starts").keeps(&[too_late]),
            valid.with(&[("guests_until", too_late)]).says("before the event starts").keeps(&[too_late]),
            valid.with(&[("returns_until", CANARY)]).says("isn’t a date and time"),
            valid.with(&[("hand_on", "always")]).says("off, confirm, free"),
            valid.with(&[("guests", "some")]).says("off, optional, required"),
            valid.without("guests").says("Fill this in."),
            valid.with(&[("version", "0")]).says("changed"),
            valid.with(&[("event", &scene.cancelled.to_string())]).says("canceled"),
            valid.with(&[("event", "4711")]).leads(Leads::Nowhere),
            valid.by(Who::Bram).leads(Leads::Forbidden),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        all_right(&scene, cases).await;
    }

    async fn nobody_gives_back_what_cannot_be_given_back(town: Town) {
        let scene = Scene::set(town).await;
        let event = scene.finalized.to_string();
        let valid = Case::of("/api/after/give-back", Who::Asha, &[("event", &*event), ("number", "1")]);
        let of = |event: ticket_pool::domain::ids::EventId| valid.with(&[("event", &event.to_string())]);
        let mut cases: Vec<_> = ["0", "-1", "3", "1.5", "two", "99999999999", CANARY]
            .map(|number| {
                let seen: String = number.chars().take(20).collect();
                valid.with(&[("number", number)]).says(format!("Enter a number from 1 to 2, not {seen}."))
            })
            .to_vec();
        cases.extend([
            valid.without("number").says("Choose at least one number."),
            valid.by(Who::Olga).says("There aren’t that many tickets."),
            valid.with(&[("reason", &"n".repeat(301))]).says("That’s 301 characters. Use 300 or fewer."),
            valid.with(&[("reason", "bell\u{7}")]).says("Remove line breaks and invisible characters"),
            of(scene.open).says("This event isn’t final yet."),
            of(scene.closed).says("This event isn’t final yet."),
            of(scene.cancelled).says("This event is canceled."),
            valid.with(&[("event", "4711")]).leads(Leads::Nowhere),
            valid.with(&[("event", "")]).leads(Leads::Nowhere),
            valid.without("event").leads(Leads::Nowhere),
            valid.by(Who::Nobody).leads(Leads::Door),
        ]);
        all_right(&scene, cases).await;
    }

    async fn giving_back_for_someone_else_needs_who_runs_the_event_and_a_reason(town: Town) {
        let scene = Scene::set(town).await;
        let (event, asha) = (scene.finalized.to_string(), scene.town.asha.person.to_string());
        let fields = [("event", &*event), ("person", &*asha), ("number", "1"), ("reason", "She is ill.")];
        let valid = Case::of("/api/after/give-back", Who::Otto, &fields);
        let cases = vec![
            valid.without("reason").says("Fill this in."),
            valid.with(&[("reason", " ")]).says("Fill this in."),
            valid.with(&[("number", "3")]).says("Enter a number from 1 to 2, not 3.").keeps(&["3", "She is ill."]),
            valid.by(Who::Bram).leads(Leads::Forbidden),
            valid.by(Who::Olga).leads(Leads::Forbidden),
            valid.with(&[("person", "4711")]).says("There aren’t that many tickets."),
            valid.with(&[("person", "x")]).leads(Leads::Nowhere),
        ];
        all_right(&scene, cases).await;
    }

    async fn what_is_not_being_given_back_is_not_kept(town: Town) {
        let scene = Scene::set(town).await;
        let asha = scene.town.asha.person.to_string();
        let valid = Case::of("/api/after/keep", Who::Asha, &[("event", &scene.finalized.to_string())]);
        let over = "The minute to undo this is over. The tickets have been given back.";
        let cases = vec![
            valid.clone().says(over),
            valid.by(Who::Otto).with(&[("person", &*asha)]).says(over),
            valid.by(Who::Bram).with(&[("person", &*asha)]).leads(Leads::Forbidden),
            valid.with(&[("person", "x")]).leads(Leads::Nowhere),
            valid.with(&[("event", &scene.open.to_string())]).says(over),
            valid.with(&[("event", "4711")]).leads(Leads::Nowhere),
            valid.without("event").leads(Leads::Nowhere),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        all_right(&scene, cases).await;
    }

    async fn what_is_not_offered_is_not_answered(town: Town) {
        let scene = Scene::set(town).await;
        let fields = [("event", &*scene.finalized.to_string()), ("offer", "4711"), ("how", "take")];
        let valid = Case::of("/api/after/answer", Who::Asha, &fields);
        let garbled = "We couldn’t read that form. Nothing changed.";
        let cases = vec![
            valid.clone().leads(Leads::Nowhere),
            valid.with(&[("offer", "x")]).leads(Leads::Nowhere),
            valid.without("offer").leads(Leads::Nowhere),
            valid.with(&[("how", "steal")]).says(garbled),
            valid.without("how").says(garbled),
            valid.with(&[("event", "4711")]).leads(Leads::Nowhere),
            valid.without("event").leads(Leads::Nowhere),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        all_right(&scene, cases).await;
    }

    async fn from_a_table_on_which_nothing_is_nobody_takes_anything(town: Town) {
        let scene = Scene::set(town).await;
        let valid =
            Case::of("/api/after/claim", Who::Asha, &[("event", &scene.finalized.to_string()), ("number", "1")]);
        let cases = vec![
            valid.clone().says("These tickets are gone."),
            valid.by(Who::Olga).says("These tickets are gone."),
            valid.with(&[("event", &scene.open.to_string())]).says("This event isn’t final yet."),
            valid.with(&[("event", &scene.cancelled.to_string())]).says("This event is canceled."),
            valid.with(&[("event", "4711")]).leads(Leads::Nowhere),
            valid.without("event").leads(Leads::Nowhere),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        all_right(&scene, cases).await;
    }

    async fn what_is_not_offered_is_not_taken_back(town: Town) {
        let scene = Scene::set(town).await;
        let fields = [("event", &*scene.finalized.to_string()), ("offer", "4711"), ("reason", "He is away.")];
        let valid = Case::of("/api/after/recall", Who::Otto, &fields);
        let cases = vec![
            valid.clone().leads(Leads::Nowhere),
            valid.with(&[("offer", "x")]).leads(Leads::Nowhere),
            valid.without("offer").leads(Leads::Nowhere),
            valid.with(&[("event", "4711")]).leads(Leads::Nowhere),
            valid.without("event").leads(Leads::Nowhere),
            valid.by(Who::Bram).leads(Leads::Forbidden),
            valid.by(Who::Olga).leads(Leads::Forbidden),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        all_right(&scene, cases).await;
    }

    async fn what_is_not_there_is_not_given(town: Town) {
        let scene = Scene::set(town).await;
        let (event, asha) = (scene.finalized.to_string(), scene.town.asha.person.to_string());
        let fields =
            [("event", &*event), ("person", &*asha), ("email", ""), ("number", "1"), ("reason", "She helps."), ("seen", "0")];
        let valid = Case::of("/api/after/give", Who::Otto, &fields);
        let of = |event: ticket_pool::domain::ids::EventId| valid.with(&[("event", &event.to_string())]);
        let typed = |email: &str| valid.with(&[("person", ""), ("email", email)]);
        let cases = vec![
            valid.clone().says("These tickets are gone.").keeps(&["She helps."]),
            valid.with(&[("number", "-1")]).says("These tickets are gone."),
            valid.with(&[("seen", "3")]).says("changed this while you were working"),
            valid.without("seen").says("changed this while you were working"),
            valid.with(&[("person", "x")]).says("Choose an active person."),
            valid.with(&[("person", &scene.gone.person.to_string())]).says("Choose an active person."),
            valid.with(&[("person", "")]).says("Choose an active person."),
            valid.with(&[("email", "asha@example.org")]).says("Choose someone or type an address, not both."),
            typed("nobody@example.org").says("nobody@example.org").keeps(&["nobody@example.org"]),
            typed(CANARY).says("isn’t a valid email address"),
            of(scene.open).says("This event isn’t final yet."),
            of(scene.closed).says("This event isn’t final yet."),
            of(scene.cancelled).says("This event is canceled."),
            valid.with(&[("event", "4711")]).leads(Leads::Nowhere),
            valid.without("event").leads(Leads::Nowhere),
            valid.by(Who::Bram).leads(Leads::Forbidden),
            valid.by(Who::Olga).leads(Leads::Forbidden),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        all_right(&scene, cases).await;
    }

    async fn what_is_not_free_is_not_offered(town: Town) {
        let scene = Scene::set(town).await;
        let (event, asha) = (scene.finalized.to_string(), scene.town.asha.person.to_string());
        let valid =
            Case::of("/api/after/offer", Who::Otto, &[("event", &*event), ("person", &*asha), ("reason", "She asked first.")]);
        let of = |event: ticket_pool::domain::ids::EventId| valid.with(&[("event", &event.to_string())]);
        let cases = vec![
            valid.clone().says("These tickets are gone.").keeps(&["She asked first."]),
            valid.without("reason").says("Fill this in."),
            valid.with(&[("reason", " ")]).says("Fill this in."),
            valid.with(&[("reason", &"n".repeat(301))]).says("That’s 301 characters. Use 300 or fewer."),
            valid.with(&[("reason", "bell\u{7}")]).says("Remove line breaks and invisible characters"),
            valid.with(&[("person", "4711")]).leads(Leads::Nowhere),
            valid.with(&[("person", "x")]).leads(Leads::Nowhere),
            valid.without("person").leads(Leads::Nowhere),
            of(scene.closed).says("This event isn’t final yet."),
            of(scene.cancelled).says("This event is canceled."),
            valid.with(&[("event", "4711")]).leads(Leads::Nowhere),
            valid.by(Who::Bram).leads(Leads::Forbidden),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        all_right(&scene, cases).await;
    }

    async fn nothing_that_is_free_is_no_open_table(town: Town) {
        let scene = Scene::set(town).await;
        let valid = Case::of("/api/after/open-table", Who::Otto, &[("event", &scene.finalized.to_string())]);
        let cases = vec![
            valid.clone().says("These tickets are gone."),
            valid.with(&[("event", &scene.open.to_string())]).says("This event isn’t final yet."),
            valid.with(&[("event", &scene.cancelled.to_string())]).says("This event is canceled."),
            valid.with(&[("event", "4711")]).leads(Leads::Nowhere),
            valid.without("event").leads(Leads::Nowhere),
            valid.by(Who::Bram).leads(Leads::Forbidden),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        all_right(&scene, cases).await;
    }

    async fn there_are_not_fewer_tickets_than_people_have(town: Town) {
        let scene = Scene::set(town).await;
        let fields = [("event", &*scene.finalized.to_string()), ("tickets", "7")];
        let valid = Case::of("/api/after/tickets", Who::Otto, &fields);
        let range = |seen: &str| format!("Enter a number from 5 to 100,000, not {seen}.");
        let cases = vec![
            valid.with(&[("tickets", "4")]).says(range("4")).keeps(&["4"]),
            valid.with(&[("tickets", "0")]).says(range("0")),
            valid.with(&[("tickets", "-1")]).says(range("-1")),
            valid.without("tickets").says("Fill this in."),
            valid.with(&[("tickets", "many")]).says("many"),
            valid.with(&[("event", &scene.open.to_string())]).says("This event isn’t final yet."),
            valid.with(&[("event", &scene.cancelled.to_string())]).says("This event is canceled."),
            valid.with(&[("event", "4711")]).leads(Leads::Nowhere),
            valid.without("event").leads(Leads::Nowhere),
            valid.by(Who::Bram).leads(Leads::Forbidden),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        all_right(&scene, cases).await;
    }

    async fn a_link_of_an_offer_behind_which_nobody_stands_says_so(town: Town) {
        let scene = Scene::set(town).await;
        let valid = Case::of("/api/offers/answer", Who::Nobody, &[("token", "x"), ("how", "take")]);
        let spent = "This link has been used, has expired, or is incomplete.";
        let mut cases = vec![valid.without("token").says(spent), valid.by(Who::Dana).says(spent)];
        for wrong in ["", "x", CANARY, "../../account", &"A".repeat(96), &"A".repeat(5_000)] {
            cases.push(valid.with(&[("token", wrong)]).says(spent));
        }
        all_right(&scene, cases).await;
    }
}
