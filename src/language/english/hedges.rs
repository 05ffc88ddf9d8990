//! What bounds a number in English.

use crate::language::hedge::{
    ABOUT, ALMOST, AT_LEAST, AT_MOST, EXACT, Hedge, JUST_OVER, LESS_THAN, MORE_THAN, OR_LESS,
    OR_MORE, OR_SO,
};

/// What bounds a number in English; published as `docs/bounds.md`.
#[rustfmt::skip]
pub(in crate::language) const HEDGES: &[(Hedge, &str)] = &[
    (EXACT, "exactly|precisely|equal to|equals|equals to|equaling to|equalling|only|just|merely|\
            a mere|as few as|is equal to|\
            as little as|as low as|to the tune of|plus or minus|plus-or-minus"),
    (ABOUT, "about|around|approximately|approx.|approx|some|roughly|circa|ca.|c.|~|≈|\
            somewhere around|in the region of|in the order of|on the order of|an estimated|\
            estimated|an estimate of|in the vicinity of|something like|more or less|about some|\
            almost exactly|or approximately|an approximate|\
            perhaps|maybe|possibly|something around|in the neighbourhood of|in the neighborhood of|\
            in the ballpark of|est.|barely|hardly|scarcely"),
    (ALMOST, "almost|nearly|close to|approaching|just under|just short of|just below|\
            slightly less than|slightly under|slightly below|a little less than|a little under|\
            not quite|well-nigh|practically|virtually|little less than|\
            just shy of|a shade under|a shade below|a bit less than|a bit under|a bit below|a touch under|\
            a touch below|nigh on|the better part of"),
    (JUST_OVER, "just over|just above|slightly more than|slightly over|slightly above|\
            a little more than|a little over|a little above|little more than|\
            marginally more than|just more than|\
            a bit more than|a bit over|a bit above|a touch over|a touch more than|a shade over|\
            a shade more than|a tad over|a tad more than"),
    (MORE_THAN, "more than|over|above|exceeding|exceed|exceeds|exceeded|in excess of|upwards of|\
            upward of|greater than|larger than|bigger than|higher than|beyond|surpassing|surpass|\
            surpassed|surpasses|well over|far more than|much more than|over than|north of|\
             >|better than|topping|topped|tops|older than|\
            well above|way above|way over|way more than|well beyond|well in excess of|far above|far exceeding"),
    (AT_LEAST, "at least|no fewer than|no less than|not less than|not fewer than|not below|\
            not under|not lower than|not fall below|not fallen below|not falling below|not drop below|\
            never fall below|never fallen below|a minimum of|minimum of|minimum|min.|≥|>=|\
 greater than or equal to|greater or equal to|\
            greater or equal than|bigger or equal than|more than or equal to|\
            larger than or equal to|at least or equal to|not smaller than|from at least|\
            starting at|starting from|upwards from|\
            at the very least|at the least|never fewer than|never less than|never below|never under"),
    (LESS_THAN, "less than|fewer than|under|below|smaller than|lower than|short of|well under|\
            well below|far fewer than|far less than|much less than|<|sub|sub-|younger than|\
            beneath|\
            shy of|way under|way below|way less than|far below|nowhere near|not even"),
    (AT_MOST, "up to|at most|no more than|not more than|a maximum of|maximum of|maximum|max.|\
            not exceeding|not exceed|does not exceed|do not exceed|did not exceed|not to exceed|as many as|\
            as much as|as high as|no greater than|not greater than|not over|not above|not rise above|not risen above|never exceed|never exceeded|\
            no higher than|not higher than|≤|<=|less than or equal to|smaller than or equal to|\
            smaller or equal than|less or equal than|at the most|within|no larger than|\
            not larger than|capped at|at a maximum of|limited to|lower than or equal to|\
            never more than|never over|never above|never exceeding|upto|at the very most"),
    (OR_SO, "or so|or thereabouts|approximately|odd|-odd|-some|more or less|give or take"),
    (OR_MORE, "or more|and more|or above|and above|or over|and over|or greater|or higher|or older|\
            and up|and older|or upwards|and upwards|+|plus|at least|at a minimum|minimum|\
            or more than|or equal to it|and beyond|or better|\
            -plus|at the very least"),
    (OR_LESS, "or less|or fewer|or below|or under|and under|and below|or lower|or younger|at most|\
            at the most|maximum|at a maximum|and less|or smaller|or less than|\
            max|max.|at the very most"),
];
