//! The questions that charts answer: the word of each in an address, what it is about, and of what it can be asked.

use super::asked::Asked;
use super::topic::Topic;
use crate::domain::RegionCode;

/// Of what a question can be asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Of any part of the book.
    Any,
    /// Of what consists of areas: not of a kecamatan, whose villages are too many and too small.
    Areas,
    /// Of the whole province alone, since it stands beside what was published of that.
    Province,
    /// Of the province, and of its ten areas.
    Published,
}

macro_rules! questions {
    ($( $(#[$doc:meta])* $Name:ident = $code:literal, $topic:ident, $reach:ident; )*) => {
        /// What a chart asks.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Question { $( $(#[$doc])* $Name, )* }

        impl Question {
            /// All of them, in the order of a page.
            pub const ALL: &'static [Self] = &[ $( Self::$Name, )* ];

            /// The word for it in an address.
            pub fn code(self) -> &'static str {
                match self { $( Self::$Name => $code, )* }
            }

            /// What it is about.
            pub fn topic(self) -> Topic {
                match self { $( Self::$Name => Topic::$topic, )* }
            }

            fn reach(self) -> Reach {
                match self { $( Self::$Name => Reach::$reach, )* }
            }
        }
    };
}

questions! {
    /// How many groups are registered in each area, of how many allocated.
    Groups = "groups", Programme, Areas;
    /// The same of households.
    Households = "households", Programme, Areas;
    /// Groups, households, women and more, area by area.
    Areas = "areas", Programme, Areas;
    /// The groups of each budget year.
    Year = "year", Programme, Any;
    /// Groups from year to year in all, beside the published result of five years.
    GroupsInAll = "groups-in-all", Programme, Any;
    /// The same of households.
    HouseholdsInAll = "households-in-all", Programme, Any;
    /// The programmes of the groups.
    Programme = "programme", Programme, Any;
    /// What was printed of programmes.
    Published = "published", Programme, Province;
    /// Whether the groups still run.
    Status = "status", Groups, Any;
    /// The same by the year of their birth.
    StatusByYear = "status-by-year", Groups, Any;
    /// Their stages of growth.
    Stage = "stage", Groups, Any;
    /// The same area by area.
    StageByArea = "stage-by-area", Groups, Areas;
    /// Their businesses.
    Business = "business", Groups, Any;
    /// How many households a group has.
    Size = "size", Groups, Any;
    /// Towns, villages, the coast.
    KindOfArea = "kind-of-area", Groups, Any;
    /// Women and men among the members.
    Sex = "sex", People, Any;
    /// The same area by area.
    SexByArea = "sex-by-area", People, Areas;
    /// The ages of the members.
    Age = "age", People, Any;
    /// Their schooling.
    Schooling = "schooling", People, Any;
    /// Their welfare deciles.
    Decile = "decile", People, Any;
    /// Where their families are found in the welfare data.
    Welfare = "welfare-data", People, Any;
    /// Disability.
    Disability = "disability", People, Any;
    /// Monthly income before and now, area by area.
    Income = "income", People, Areas;
    /// Visits month by month.
    Visits = "visits", Support, Any;
    /// How long ago the groups were visited last.
    Visited = "visited", Support, Any;
    /// Whether their businesses were found running at the last visit.
    Found = "found", Support, Any;
    /// Who came to events, year by year.
    Events = "events", Support, Areas;
    /// What part of the people of the province is poor, beside Indonesia.
    Poor = "poor", Poverty, Province;
    /// What part is poor in its towns and in its villages.
    PoorByPlace = "poor-by-place", Poverty, Province;
    /// What part is poor in each of the ten areas, year by year.
    PoorAreas = "poor-areas", Poverty, Published;
    /// The same in the last year, where the areas lie.
    PoorMap = "poor-map", Poverty, Published;
    /// The same since the series broke last.
    PoorChange = "poor-change", Poverty, Published;
    /// How many people are poor in each of the areas.
    PoorPeople = "poor-people", Poverty, Published;
    /// Registered groups for each thousand poor people.
    GroupsPerPoor = "groups-per-poor", Poverty, Published;
}

impl Question {
    /// The questions that can be asked so.
    pub fn of(asked: &Asked) -> impl Iterator<Item = Self> {
        let compares = !asked.areas.is_empty();
        let is_district = asked.place.is_some_and(|place| place.level().is_district());
        let kabkota = asked.areas.iter().all(|area| area.level().is_kabkota());
        let is_all = asked.place.is_none() && !compares;
        Self::ALL.iter().copied().filter(move |question| match question.reach() {
            Reach::Any => !compares,
            Reach::Areas => !is_district,
            Reach::Province => is_all,
            Reach::Published => !is_district && (!compares || kabkota),
        })
    }

    /// Whether all its numbers were published, and none is of a book.
    pub fn is_published(self) -> bool {
        self == Self::Published || self.topic() == Topic::Poverty && self != Self::GroupsPerPoor
    }

    /// Whether its rows have no order of their own: areas, or a list of answers.
    pub fn is_free(self) -> bool {
        matches!(
            self,
            Self::Groups
                | Self::Households
                | Self::Areas
                | Self::StageByArea
                | Self::SexByArea
                | Self::Income
                | Self::Business
                | Self::Programme
                | Self::PoorAreas
                | Self::PoorChange
                | Self::PoorPeople
                | Self::GroupsPerPoor
        )
    }

    /// What it can be asked of, around what it is asked of: of a kecamatan the kabupaten or city, and of what was published the whole
    /// province or some of the ten areas. An address may ask anything.
    pub fn fitted(self, asked: &Asked) -> Asked {
        let city = asked.place.and_then(RegionCode::kabkota);
        let mut asked = asked.clone();
        match self.reach() {
            Reach::Any => {}
            Reach::Areas => {
                if asked.place.is_some_and(|place| place.level().is_district()) {
                    asked.place = city;
                }
            }
            Reach::Province => {
                asked.place = None;
                asked.areas.clear();
            }
            Reach::Published => {
                asked.place = None;
                if asked.areas.is_empty() {
                    asked.areas.extend(city);
                }
                asked.areas.retain(|area| area.level().is_kabkota());
            }
        }
        asked
    }

    /// The question of such a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|question| question.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::FieldValue;
    use crate::stats::Scope;

    #[test]
    fn each_question_has_a_word_of_its_own_and_old_addresses_still_ask() {
        for question in Question::ALL {
            assert_eq!(Question::from_code(question.code()), Some(*question));
        }
        for word in
            ["groups", "households", "business", "stage", "status", "year", "sex", "age", "poor", "poor-by-place"]
        {
            assert!(Question::from_code(word).is_some(), "{word} stood in addresses that were sent");
        }
    }

    #[test]
    fn what_was_published_of_the_province_is_not_asked_of_a_kecamatan() {
        let count = |asked: &Asked| Question::of(asked).count();
        let of = |place| Asked::of(Some(place), Scope::All);
        let district = RegionCode::parse("64.72.03").unwrap();
        let cities = Asked { areas: vec![RegionCode::kaltim(72), RegionCode::kaltim(71)], ..Asked::default() };
        assert_eq!(count(&Asked::default()), Question::ALL.len());
        assert!(count(&of(RegionCode::kaltim(72))) > count(&of(district)));
        assert!(Question::of(&of(district)).all(|question| question.topic() != Topic::Poverty));
        assert!(Question::of(&cities).any(|question| question == Question::PoorAreas));
        assert!(Question::of(&cities).all(|question| question != Question::Age));
    }

    #[test]
    fn what_is_asked_too_closely_is_asked_of_what_lies_around() {
        let (city, district) = (RegionCode::kaltim(72), RegionCode::parse("64.72.03").unwrap());
        let of = Asked::of(Some(district), Scope::All);
        assert_eq!(Question::Age.fitted(&of), of);
        assert_eq!(Question::Groups.fitted(&of), Asked::of(Some(city), Scope::All));
        assert_eq!(Question::Poor.fitted(&of), Asked::default());
        assert_eq!(Question::PoorAreas.fitted(&of), Asked { areas: vec![city], ..Asked::default() });
        for question in Question::ALL {
            for asked in [of.clone(), Asked::default(), Asked { areas: vec![district, city], ..Asked::default() }] {
                let fitted = question.fitted(&asked);
                assert_eq!(question.fitted(&fitted), fitted, "{question:?}");
            }
        }
    }
}
