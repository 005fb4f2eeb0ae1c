;; Runs laid out instructions over columns of 64-bit floats, two at a time. What it makes equals what the loops of
;; columns.ts make, by Object.is.
;;
;; An instruction is four whole numbers of 32 bits: its operation, and the columns of what it makes, of its left and of
;; its right. Column n begins at columns + n × stride. Columns hold an even number of floats: the one behind an odd last
;; one is worked out too, and nobody reads it.
(module
  (memory (import "kernel" "memory") 1)
  (func (export "run")
    (param $code i32) (param $end i32) (param $columns i32) (param $stride i32) (param $bytes i32)
    (local $made i32) (local $left i32) (local $right i32) (local $stop i32)
    (loop $instruction
      (local.set $made (i32.add (local.get $columns) (i32.mul (local.get $stride) (i32.load offset=4 (local.get $code)))))
      (local.set $left (i32.add (local.get $columns) (i32.mul (local.get $stride) (i32.load offset=8 (local.get $code)))))
      (local.set $right (i32.add (local.get $columns) (i32.mul (local.get $stride) (i32.load offset=12 (local.get $code)))))
      (local.set $stop (i32.add (local.get $made) (local.get $bytes)))
      (block $done
        (block $atMost
        (block $max
        (block $min
        (block $divide
        (block $multiply
        (block $subtract
        (block $add
          (br_table $add $subtract $multiply $divide $min $max $atMost (i32.load (local.get $code)))
        )
        (loop $pair
          (v128.store (local.get $made) (f64x2.add (v128.load (local.get $left)) (v128.load (local.get $right))))
          (local.set $left (i32.add (local.get $left) (i32.const 16)))
          (local.set $right (i32.add (local.get $right) (i32.const 16)))
          (br_if $pair (i32.lt_u (local.tee $made (i32.add (local.get $made) (i32.const 16))) (local.get $stop))))
        (br $done)
        )
        (loop $pair
          (v128.store (local.get $made) (f64x2.sub (v128.load (local.get $left)) (v128.load (local.get $right))))
          (local.set $left (i32.add (local.get $left) (i32.const 16)))
          (local.set $right (i32.add (local.get $right) (i32.const 16)))
          (br_if $pair (i32.lt_u (local.tee $made (i32.add (local.get $made) (i32.const 16))) (local.get $stop))))
        (br $done)
        )
        (loop $pair
          (v128.store (local.get $made) (f64x2.mul (v128.load (local.get $left)) (v128.load (local.get $right))))
          (local.set $left (i32.add (local.get $left) (i32.const 16)))
          (local.set $right (i32.add (local.get $right) (i32.const 16)))
          (br_if $pair (i32.lt_u (local.tee $made (i32.add (local.get $made) (i32.const 16))) (local.get $stop))))
        (br $done)
        )
        ;; Where the divisor is zero all bits are set, which is not a number: infinity would be hidden by a minimum.
        (loop $pair
          (v128.store (local.get $made) (v128.or
            (f64x2.div (v128.load (local.get $left)) (v128.load (local.get $right)))
            (f64x2.eq (v128.load (local.get $right)) (v128.const f64x2 0 0))))
          (local.set $left (i32.add (local.get $left) (i32.const 16)))
          (local.set $right (i32.add (local.get $right) (i32.const 16)))
          (br_if $pair (i32.lt_u (local.tee $made (i32.add (local.get $made) (i32.const 16))) (local.get $stop))))
        (br $done)
        )
        ;; min and max, not pmin and pmax: what is not a number stays so, and −0 is less than 0, as in JavaScript.
        (loop $pair
          (v128.store (local.get $made) (f64x2.min (v128.load (local.get $left)) (v128.load (local.get $right))))
          (local.set $left (i32.add (local.get $left) (i32.const 16)))
          (local.set $right (i32.add (local.get $right) (i32.const 16)))
          (br_if $pair (i32.lt_u (local.tee $made (i32.add (local.get $made) (i32.const 16))) (local.get $stop))))
        (br $done)
        )
        (loop $pair
          (v128.store (local.get $made) (f64x2.max (v128.load (local.get $left)) (v128.load (local.get $right))))
          (local.set $left (i32.add (local.get $left) (i32.const 16)))
          (local.set $right (i32.add (local.get $right) (i32.const 16)))
          (br_if $pair (i32.lt_u (local.tee $made (i32.add (local.get $made) (i32.const 16))) (local.get $stop))))
        (br $done)
        )
        ;; The left, or not a number where it is not at most the right.
        (loop $pair
          (v128.store (local.get $made) (v128.or
            (v128.load (local.get $left))
            (v128.not (f64x2.le (v128.load (local.get $left)) (v128.load (local.get $right))))))
          (local.set $left (i32.add (local.get $left) (i32.const 16)))
          (local.set $right (i32.add (local.get $right) (i32.const 16)))
          (br_if $pair (i32.lt_u (local.tee $made (i32.add (local.get $made) (i32.const 16))) (local.get $stop))))
      )
      (br_if $instruction (i32.lt_u (local.tee $code (i32.add (local.get $code) (i32.const 16))) (local.get $end)))))
)
