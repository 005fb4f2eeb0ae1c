/** What a hand-written program asks of its numbers. */
export interface Arithmetic<N> {
  readonly from: (text: string | number) => N;
  readonly plus: (a: N, b: N) => N;
  readonly minus: (a: N, b: N) => N;
  readonly times: (a: N, b: N) => N;
  readonly dividedBy: (a: N, b: N) => N;
  readonly smaller: (a: N, b: N) => N;
}
