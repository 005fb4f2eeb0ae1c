;; Draws words of 32 bits from a stream, and what a curve's pieces make of each. What it makes equals what the loop of
;; curves.ts makes, by Object.is.
;;
;; A stream is two whole numbers of 64 bits, which xoroshiro128+ steps on (Blackman and Vigna, 2018; constants 24, 16, 37).
;; A piece is four coefficients of a cubic; where they are no numbers the draw is none, and the answer is one.
(module
  (memory (import "kernel" "memory") 1)
  (func (export "draw")
    (param $stream i32) (param $pieces i32) (param $words i32) (param $values i32) (param $end i32)
    (param $offset f64) (param $scale f64)
    (result i32)
    (local $a i64) (local $b i64) (local $word i32) (local $away f64) (local $piece i32)
    (local $value f64) (local $lacking i32)
    (local.set $a (i64.load (local.get $stream)))
    (local.set $b (i64.load offset=8 (local.get $stream)))
    (loop $draw
      (i32.store (local.get $words) (local.tee $word (i32.wrap_i64 (i64.add (local.get $a) (local.get $b)))))
      (local.set $b (i64.xor (local.get $a) (local.get $b)))
      (local.set $a (i64.xor
        (i64.xor (i64.rotl (local.get $a) (i64.const 24)) (local.get $b))
        (i64.shl (local.get $b) (i64.const 16))))
      (local.set $b (i64.rotl (local.get $b) (i64.const 37)))
      ;; How far it is from the nearer end, and half a word.
      (local.set $away (f64.add
        (f64.convert_i32_s (i32.xor (local.get $word) (i32.shr_s (local.get $word) (i32.const 31))))
        (f64.const 0.5)))
      ;; The exponent of that and the first five bits behind its point tell the piece, of 32 bytes; the first exponent is
      ;; 1022, that of a half. The upper side begins 32 × 32 pieces on.
      (local.set $piece (i32.add
        (i32.sub (local.get $pieces) (i32.const 1046528))
        (i32.add
          (i32.and (i32.wrap_i64 (i64.shr_u (i64.reinterpret_f64 (local.get $away)) (i64.const 42))) (i32.const -32))
          (i32.shl (i32.shr_u (local.get $word) (i32.const 31)) (i32.const 15)))))
      (f64.store (local.get $values) (local.tee $value (f64.add (local.get $offset) (f64.mul (local.get $scale)
        (f64.add (f64.load (local.get $piece)) (f64.mul (local.get $away)
          (f64.add (f64.load offset=8 (local.get $piece)) (f64.mul (local.get $away)
            (f64.add (f64.load offset=16 (local.get $piece)) (f64.mul (local.get $away)
              (f64.load offset=24 (local.get $piece))))))))))))
      (local.set $lacking (i32.or (local.get $lacking) (f64.ne (local.get $value) (local.get $value))))
      (local.set $words (i32.add (local.get $words) (i32.const 4)))
      (br_if $draw (i32.lt_u
        (local.tee $values (i32.add (local.get $values) (i32.const 8)))
        (local.get $end))))
    (i64.store (local.get $stream) (local.get $a))
    (i64.store offset=8 (local.get $stream) (local.get $b))
    (local.get $lacking))
)
