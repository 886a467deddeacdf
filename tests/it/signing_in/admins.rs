use ticket_pool::{
    domain::person::Role,
    error::{Obstacle, Refusal},
    server::{
        db::people::{self, Among},
        services::{Refused, person},
    },
};

use crate::harness::{person_form, refusal};

const OWN_ROLE: Refusal = Refusal::NotNow { why: Obstacle::OwnRole };
const LAST_ADMIN: Refusal = Refusal::NotNow { why: Obstacle::LastAdmin };

both! {
    async fn nobody_changes_their_own_role_or_status(town: Town) {
        town.change(&town.olga, Role::Admin, true).await;
        for (role, active) in [(Role::Member, true), (Role::Organizer, true), (Role::Admin, false)] {
            assert_eq!(refusal(town.change_as(&town.dana, &town.dana, role, active).await), OWN_ROLE);
        }
        for who in [&town.otto, &town.asha] {
            let done = town.change_as(who, who, Role::Admin, true).await;
            assert_eq!(refusal(done), Refusal::Forbidden);
        }
        assert_eq!(town.actor("Dana").await.role, Role::Admin);
    }

    async fn an_admin_can_change_their_own_name(town: Town) {
        town.change_as(&town.dana, &town.dana, Role::Admin, true).await.unwrap();
        person::rename(&town.site, &town.dana, "Dana Dean").await.unwrap();
        assert_eq!(town.rows("SELECT name FROM users WHERE role = 'admin'").await[0]["name"], "Dana Dean");
    }

    async fn the_last_active_admin_stays(town: Town) {
        town.change(&town.olga, Role::Admin, true).await;
        let olga = town.actor("Olga").await;
        town.change_as(&olga, &town.dana, Role::Admin, false).await.unwrap();
        // Dana is no longer active, but let her act all the same: Olga is the last.
        assert_eq!(refusal(town.change_as(&town.dana, &olga, Role::Organizer, true).await), LAST_ADMIN);
        assert_eq!(refusal(town.change_as(&town.dana, &olga, Role::Admin, false).await), LAST_ADMIN);
        assert_eq!(town.count("users", "role = 'admin' AND status = 'active'").await, 1);
    }

    async fn of_two_admins_who_remove_each_other_at_once_one_stays(town: Town) {
        for round in 0..10 {
            town.change(&town.olga, Role::Admin, true).await;
            let olga = town.actor("Olga").await;
            let (first, second) = tokio::join!(
                town.change_as(&olga, &town.dana, Role::Member, true),
                town.change_as(&town.dana, &olga, Role::Member, true),
            );
            let done = usize::from(first.is_ok()) + usize::from(second.is_ok());
            assert_eq!(done, 1, "round {round}: {first:?}, {second:?}");
            for refused in [first, second].into_iter().filter_map(Result::err) {
                assert!(matches!(refused, Refused::Refusal(_)), "{refused:?}");
            }
            assert_eq!(town.count("users", "role = 'admin' AND status = 'active'").await, 1);
            town.force("UPDATE users SET role = 'admin', status = 'active' WHERE name = 'Dana'").await.unwrap();
        }
    }

    async fn only_admins_manage_people(town: Town) {
        for who in [&town.otto, &town.asha] {
            assert_eq!(refusal(person::list(&town.site, who, ("", Among::Everybody), 1).await), Refusal::Forbidden);
            assert_eq!(refusal(person::find(&town.site, who, town.dana.person).await), Refusal::Forbidden);
            let added = person::add(&town.site, who, &person_form("Mallory", Role::Admin)).await;
            assert_eq!(refusal(added), Refusal::Forbidden);
            assert_eq!(refusal(town.change_as(who, &town.bram, Role::Admin, true).await), Refusal::Forbidden);
        }
    }

    async fn an_address_belongs_to_one_person(town: Town) {
        let taken = "Invalid { fields: [FieldError { field: \"email\", problem: AddressTaken }] }";
        let mut form = person_form("Asha", Role::Member);
        form.email = " ASHA@Example.ORG ".into();
        assert_eq!(format!("{:?}", refusal(person::add(&town.site, &town.dana, &form).await)), taken);
        let edited = person::edit(&town.site, &town.dana, town.bram.person, &form).await;
        assert_eq!(format!("{:?}", refusal(edited)), taken);
        let cleo = person_form("Cleo", Role::Member);
        let (first, second) =
            tokio::join!(person::add(&town.site, &town.dana, &cleo), person::add(&town.site, &town.dana, &cleo),);
        let refused = [first, second].into_iter().filter_map(Result::err).collect::<Vec<_>>();
        assert_eq!(refused.len(), 1);
        assert!(format!("{refused:?}").contains("AddressTaken"), "{refused:?}");
    }

    async fn of_two_who_edit_asha_the_second_is_told(town: Town) {
        let mut form = person_form("Asha", Role::Member);
        form.name = "Asha Rao".into();
        person::edit(&town.site, &town.dana, town.asha.person, &form).await.unwrap();
        form.name = "A. Rao".into();
        let second = person::edit(&town.site, &town.dana, town.asha.person, &form).await;
        assert_eq!(refusal(second), Refusal::Conflict { changes: Vec::new() });
        let asha = people::find(town.site.db.read(), town.asha.person).await.unwrap().unwrap();
        assert_eq!(asha.name, "Asha Rao");
    }

    async fn people_are_found_by_part_of_name_or_address(town: Town) {
        let found = async |search: &str| {
            let people = person::list(&town.site, &town.dana, (search, Among::Everybody), 1).await.unwrap().people;
            people.into_iter().map(|person| person.name).collect::<Vec<_>>()
        };
        assert_eq!(found("").await, ["Asha", "Bram", "Dana", "Olga", "Otto"]);
        assert_eq!(found("  OL ").await, ["Olga"]);
        assert_eq!(found("bram@").await, ["Bram"]);
        assert_eq!(found("%").await, Vec::<String>::new());
        assert_eq!(found("_").await, Vec::<String>::new());
    }
}
