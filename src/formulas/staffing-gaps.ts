import { formula } from "../numbers/formula.ts";
import { excess } from "./excess.ts";
import { greatest } from "./extremes.ts";

const gap =
  "RR3 meeting note, 26 August 2020: more than half of the staff made redundant in year one and hired again in year two";
const changeOfPosts = "change of posts from one period to the next";
const costs = "costs of ending and of beginning posts, as the provider states them";

/**
 * The posts that end from one period to the next: none, where posts are added.
 *
 * @function
 * @example
 * ```ts
 * import { postsEnded } from "volumes-and-values/provider";
 *
 * postsEnded({ postsBefore: 12, postsAfter: 5 }); // => Figure 7 fte · postsEnded
 * ```
 */
export const postsEnded = formula({
  figure: "postsEnded",
  unit: "fte",
  inputs: { postsBefore: "fte", postsAfter: "fte" },
  calculate: ({ postsBefore, postsAfter }) => excess(postsBefore, postsAfter),
  source: changeOfPosts,
  worked: { given: { postsBefore: 12, postsAfter: 5 }, gives: "7" },
});

/**
 * The posts that begin from one period to the next: none, where posts end.
 *
 * @function
 * @example
 * ```ts
 * import { postsBegun } from "volumes-and-values/provider";
 *
 * postsBegun({ postsBefore: 5, postsAfter: 11 }); // => Figure 6 fte · postsBegun
 * ```
 */
export const postsBegun = formula({
  figure: "postsBegun",
  unit: "fte",
  inputs: { postsBefore: "fte", postsAfter: "fte" },
  calculate: ({ postsBefore, postsAfter }) => excess(postsAfter, postsBefore),
  source: changeOfPosts,
  worked: { given: { postsBefore: 5, postsAfter: 11 }, gives: "6" },
});

/**
 * The share of the posts there were that end.
 *
 * @function
 * @example
 * ```ts
 * import { endedShare } from "volumes-and-values/provider";
 *
 * endedShare({ postsEnded: 7, postsBefore: 10 }); // => Figure 0.7 · endedShare
 * ```
 */
export const endedShare = formula({
  figure: "endedShare",
  unit: "ratio",
  inputs: { postsEnded: "fte", postsBefore: "fte" },
  calculate: ({ postsEnded, postsBefore }) => postsEnded.dividedBy(postsBefore),
  source: gap,
  worked: { given: { postsEnded: 7, postsBefore: 10 }, gives: "0.7" },
});

/**
 * Of the posts that begin, those that were let go before: the same work, hired again.
 *
 * @function
 * @example
 * ```ts
 * import { postsHiredAgain } from "volumes-and-values/provider";
 *
 * postsHiredAgain({ postsBegun: 6, postsLetGo: 7 }); // => Figure 6 fte · postsHiredAgain
 * ```
 */
export const postsHiredAgain = formula({
  figure: "postsHiredAgain",
  unit: "fte",
  inputs: { postsBegun: "fte", postsLetGo: "fte" },
  calculate: ({ postsBegun, postsLetGo }) => postsBegun.min(postsLetGo),
  source: gap,
  worked: { given: { postsBegun: 6, postsLetGo: 7 }, gives: "6" },
});

/**
 * Of the posts that were let go, the share that is hired again.
 *
 * @function
 * @example
 * ```ts
 * import { hiredAgainShare } from "volumes-and-values/provider";
 *
 * hiredAgainShare({ postsHiredAgain: 6, postsLetGo: 8 });
 * // => Figure 0.75 · hiredAgainShare
 * ```
 */
export const hiredAgainShare = formula({
  figure: "hiredAgainShare",
  unit: "ratio",
  inputs: { postsHiredAgain: "fte", postsLetGo: "fte" },
  calculate: ({ postsHiredAgain, postsLetGo }) => postsHiredAgain.dividedBy(postsLetGo),
  source: gap,
  worked: { given: { postsHiredAgain: 6, postsLetGo: 8 }, gives: "0.75" },
});

/**
 * The posts that were let go and have not been hired again.
 *
 * @function
 * @example
 * ```ts
 * import { postsLetGo } from "volumes-and-values/provider";
 *
 * postsLetGo({ postsLetGoBefore: 7, postsEnded: 0, postsHiredAgain: 6 }); // => Figure 1 fte · postsLetGo
 * ```
 */
export const postsLetGo = formula({
  figure: "postsLetGo",
  unit: "fte",
  inputs: { postsLetGoBefore: "fte", postsEnded: "fte", postsHiredAgain: "fte" },
  calculate: ({ postsLetGoBefore, postsEnded, postsHiredAgain }) =>
    postsLetGoBefore.plus(postsEnded).minus(postsHiredAgain),
  source: gap,
  worked: { given: { postsLetGoBefore: 7, postsEnded: 0, postsHiredAgain: 6 }, gives: "1" },
});

/**
 * The most posts there are in any of some periods.
 *
 * @function
 * @example
 * ```ts
 * import { mostPosts } from "volumes-and-values/provider";
 *
 * mostPosts({ posts: [5, 11, 9] }); // => Figure 11 fte · mostPosts
 * ```
 */
export const mostPosts = formula({
  figure: "mostPosts",
  unit: "fte",
  inputs: { posts: { many: "fte" } },
  calculate: ({ posts }) => greatest(posts),
  source: changeOfPosts,
  worked: { given: { posts: [5, 11, 9] }, gives: "11" },
});

/**
 * The posts of a period if nobody is let go only to be hired again: what was there before is kept as far as it will be
 * needed again.
 *
 * @function
 * @example
 * ```ts
 * import { postsCarried } from "volumes-and-values/provider";
 *
 * postsCarried({ posts: 5, mostBefore: 12, mostAfter: 11 }); // => Figure 11 fte · postsCarried
 * ```
 */
export const postsCarried = formula({
  figure: "postsCarried",
  unit: "fte",
  inputs: { posts: "fte", mostBefore: "fte", mostAfter: "fte" },
  calculate: ({ posts, mostBefore, mostAfter }) => posts.max(mostBefore.min(mostAfter)),
  source: "least posts without a gap: each period has what was there before and will be needed again",
  worked: { given: { posts: 5, mostBefore: 12, mostAfter: 11 }, gives: "11" },
});

/**
 * The posts that are carried through without work for them.
 *
 * @function
 * @example
 * ```ts
 * import { idlePosts } from "volumes-and-values/provider";
 *
 * idlePosts({ postsCarried: 11, posts: 5 }); // => Figure 6 fte · idlePosts
 * ```
 */
export const idlePosts = formula({
  figure: "idlePosts",
  unit: "fte",
  inputs: { postsCarried: "fte", posts: "fte" },
  calculate: ({ postsCarried, posts }) => postsCarried.minus(posts),
  source: changeOfPosts,
  worked: { given: { postsCarried: 11, posts: 5 }, gives: "6" },
});

/**
 * What it costs to end posts: notice that is paid and not worked, and redundancy pay.
 *
 * @function
 * @example
 * ```ts
 * import { costOfEndingPosts } from "volumes-and-values/provider";
 *
 * costOfEndingPosts({ postsEnded: 7, noticePerPost: 2000, redundancyPerPost: 4000 }); // => Figure 42,000 GBP · costOfEndingPosts
 * ```
 */
export const costOfEndingPosts = formula({
  figure: "costOfEndingPosts",
  unit: "GBP",
  inputs: { postsEnded: "fte", noticePerPost: "GBP/fte", redundancyPerPost: "GBP/fte" },
  calculate: ({ postsEnded, noticePerPost, redundancyPerPost }) =>
    postsEnded.times(noticePerPost.plus(redundancyPerPost)),
  source: costs,
  worked: { given: { postsEnded: 7, noticePerPost: 2000, redundancyPerPost: 4000 }, gives: "42000" },
});

/**
 * What it costs to begin posts: recruitment, training, and the time for which a post stands vacant.
 *
 * @function
 * @example
 * ```ts
 * import { costOfBeginningPosts } from "volumes-and-values/provider";
 *
 * costOfBeginningPosts({ postsBegun: 6, recruitmentPerPost: 1500, trainingPerPost: 2500, vacancyPerPost: 1000 }); // => Figure 30,000 GBP · costOfBeginningPosts
 * ```
 */
export const costOfBeginningPosts = formula({
  figure: "costOfBeginningPosts",
  unit: "GBP",
  inputs: {
    postsBegun: "fte",
    recruitmentPerPost: "GBP/fte",
    trainingPerPost: "GBP/fte",
    vacancyPerPost: "GBP/fte",
  },
  calculate: ({ postsBegun, recruitmentPerPost, trainingPerPost, vacancyPerPost }) =>
    postsBegun.times(recruitmentPerPost.plus(trainingPerPost).plus(vacancyPerPost)),
  source: costs,
  worked: {
    given: { postsBegun: 6, recruitmentPerPost: 1500, trainingPerPost: 2500, vacancyPerPost: 1000 },
    gives: "30000",
  },
});
