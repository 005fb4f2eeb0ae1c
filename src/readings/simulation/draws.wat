;; Draws words of 32 bits from streams, and what the pieces of a curve make of each, two at a time. What it makes equals
;; what the loop of curves.ts makes, by Object.is.
;;
;; An input is 40 bytes: its stream, two whole numbers of 64 bits, which xoroshiro128+ steps on (Blackman and Vigna, 2018;
;; constants 24, 16, 37); the offset and the scale of its curve, floats; and where the pieces of the curve and the column
;; for its draws begin. Columns hold an even number of floats: one behind an odd last one is drawn too, and nobody reads it.
;; A piece is four coefficients of a cubic; where they are no numbers the draw is none. The answer is where the first input
;; with such a draw stands, whose words are there then and behind which nothing is drawn yet; or else the end of the inputs.
(module
  (memory (import "kernel" "memory") 1)
  (func (export "draw")
    (param $input i32) (param $end i32) (param $words i32) (param $bytes i32)
    (result i32)
    (local $a i64) (local $b i64) (local $aOfOdd i64) (local $bOfOdd i64)
    (local $offset v128) (local $scale v128) (local $pieces i32)
    (local $values i32) (local $stop i32) (local $word i32) (local $pair v128) (local $away v128) (local $at v128)
    (local $constants v128) (local $squares v128) (local $constants2 v128) (local $squares2 v128)
    (local $value v128) (local $lacking v128)
    (loop $next
      (local.set $a (i64.load (local.get $input)))
      (local.set $b (i64.load offset=8 (local.get $input)))
      (local.set $offset (v128.load64_splat offset=16 (local.get $input)))
      (local.set $scale (v128.load64_splat offset=24 (local.get $input)))
      (local.set $pieces (i32.sub (i32.load offset=32 (local.get $input)) (i32.const 1046528)))
      (local.set $values (i32.load offset=36 (local.get $input)))
      (local.set $stop (i32.add (local.get $values) (local.get $bytes)))
      (local.set $word (local.get $words))
      (local.set $lacking (v128.const i64x2 0 0))
      (loop $draw
        (local.set $pair (i32x4.splat (i32.wrap_i64 (i64.add (local.get $a) (local.get $b)))))
        (local.set $bOfOdd (i64.xor (local.get $a) (local.get $b)))
        (local.set $aOfOdd (i64.xor
          (i64.xor (i64.rotl (local.get $a) (i64.const 24)) (local.get $bOfOdd))
          (i64.shl (local.get $bOfOdd) (i64.const 16))))
        (local.set $bOfOdd (i64.rotl (local.get $bOfOdd) (i64.const 37)))
        (local.set $pair (i32x4.replace_lane 1
          (local.get $pair)
          (i32.wrap_i64 (i64.add (local.get $aOfOdd) (local.get $bOfOdd)))))
        (local.set $b (i64.xor (local.get $aOfOdd) (local.get $bOfOdd)))
        (local.set $a (i64.xor
          (i64.xor (i64.rotl (local.get $aOfOdd) (i64.const 24)) (local.get $b))
          (i64.shl (local.get $b) (i64.const 16))))
        (local.set $b (i64.rotl (local.get $b) (i64.const 37)))
        (v128.store64_lane 0 (local.get $word) (local.get $pair))
        ;; How far they are from the nearer end, and half a word.
        (local.set $away (f64x2.add
          (f64x2.convert_low_i32x4_s (v128.xor (local.get $pair) (i32x4.shr_s (local.get $pair) (i32.const 31))))
          (v128.const f64x2 0.5 0.5)))
        ;; The exponent of that and the first five bits behind its point tell the piece, of 32 bytes; the first exponent is
        ;; 1022, that of a half. The upper side begins 32 × 32 pieces on.
        (local.set $at (i64x2.add
          (v128.and (i64x2.shr_u (local.get $away) (i32.const 42)) (v128.const i64x2 -32 -32))
          (i64x2.shl (i64x2.extend_low_i32x4_u (i32x4.shr_u (local.get $pair) (i32.const 31))) (i32.const 15))))
        (local.set $constants (v128.load (i32.add (local.get $pieces) (i32x4.extract_lane 0 (local.get $at)))))
        (local.set $squares (v128.load offset=16 (i32.add (local.get $pieces) (i32x4.extract_lane 0 (local.get $at)))))
        (local.set $constants2 (v128.load (i32.add (local.get $pieces) (i32x4.extract_lane 2 (local.get $at)))))
        (local.set $squares2 (v128.load offset=16 (i32.add (local.get $pieces) (i32x4.extract_lane 2 (local.get $at)))))
        (v128.store (local.get $values) (local.tee $value (f64x2.add (local.get $offset) (f64x2.mul (local.get $scale)
          (f64x2.add
            (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $constants) (local.get $constants2))
            (f64x2.mul (local.get $away) (f64x2.add
              (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $constants) (local.get $constants2))
              (f64x2.mul (local.get $away) (f64x2.add
                (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $squares) (local.get $squares2))
                (f64x2.mul (local.get $away)
                  (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $squares) (local.get $squares2))))))))))))
        (local.set $lacking (v128.or (local.get $lacking) (f64x2.ne (local.get $value) (local.get $value))))
        (local.set $word (i32.add (local.get $word) (i32.const 8)))
        (br_if $draw (i32.lt_u
          (local.tee $values (i32.add (local.get $values) (i32.const 16)))
          (local.get $stop))))
      (i64.store (local.get $input)
        (select (local.get $aOfOdd) (local.get $a) (i32.and (local.get $bytes) (i32.const 8))))
      (i64.store offset=8 (local.get $input)
        (select (local.get $bOfOdd) (local.get $b) (i32.and (local.get $bytes) (i32.const 8))))
      (if (v128.any_true (local.get $lacking)) (then (return (local.get $input))))
      (br_if $next (i32.lt_u (local.tee $input (i32.add (local.get $input) (i32.const 40))) (local.get $end))))
    (local.get $end))
)
