;; Inner products of many vectors with one query, sixteen numbers at a time.
;; Compiled into inner-products-code.ts by `node scripts/compile-inner-products.mjs`.
(module
  ;; A query, room for scores, and a stretch of vectors: see inner-products.ts for where each lies.
  (memory (export "memory") 21)
  (func (export "innerProducts")
    (param $vectors i32) (param $count i32) (param $dimension i32) (param $query i32) (param $scores i32)
    (local $at i32) (local $asked i32) (local $scoresEnd i32) (local $wholeEnd i32) (local $rowEnd i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $rest f32)
    (local.set $at (local.get $vectors))
    (local.set $scoresEnd (i32.add (local.get $scores) (i32.shl (local.get $count) (i32.const 2))))
    (block $done
      (loop $row
        (br_if $done (i32.ge_u (local.get $scores) (local.get $scoresEnd)))
        (local.set $asked (local.get $query))
        (local.set $rowEnd (i32.add (local.get $at) (i32.shl (local.get $dimension) (i32.const 2))))
        (local.set $wholeEnd
          (i32.add (local.get $at) (i32.shl (i32.and (local.get $dimension) (i32.const -16)) (i32.const 2))))
        (local.set $a (v128.const i32x4 0 0 0 0))
        (local.set $b (v128.const i32x4 0 0 0 0))
        (local.set $c (v128.const i32x4 0 0 0 0))
        (local.set $d (v128.const i32x4 0 0 0 0))
        (local.set $rest (f32.const 0))
        ;; Four sums of four lanes: one alone would wait for itself at every step.
        (block $noMore
          (loop $sixteen
            (br_if $noMore (i32.ge_u (local.get $at) (local.get $wholeEnd)))
            (local.set $a (f32x4.add (local.get $a)
              (f32x4.mul (v128.load (local.get $at)) (v128.load (local.get $asked)))))
            (local.set $b (f32x4.add (local.get $b)
              (f32x4.mul (v128.load offset=16 (local.get $at)) (v128.load offset=16 (local.get $asked)))))
            (local.set $c (f32x4.add (local.get $c)
              (f32x4.mul (v128.load offset=32 (local.get $at)) (v128.load offset=32 (local.get $asked)))))
            (local.set $d (f32x4.add (local.get $d)
              (f32x4.mul (v128.load offset=48 (local.get $at)) (v128.load offset=48 (local.get $asked)))))
            (local.set $at (i32.add (local.get $at) (i32.const 64)))
            (local.set $asked (i32.add (local.get $asked) (i32.const 64)))
            (br $sixteen)))
        ;; What is left of a dimension that is no multiple of sixteen.
        (block $noRest
          (loop $one
            (br_if $noRest (i32.ge_u (local.get $at) (local.get $rowEnd)))
            (local.set $rest (f32.add (local.get $rest)
              (f32.mul (f32.load (local.get $at)) (f32.load (local.get $asked)))))
            (local.set $at (i32.add (local.get $at) (i32.const 4)))
            (local.set $asked (i32.add (local.get $asked) (i32.const 4)))
            (br $one)))
        (local.set $a (f32x4.add
          (f32x4.add (local.get $a) (local.get $b)) (f32x4.add (local.get $c) (local.get $d))))
        (f32.store (local.get $scores)
          (f32.add (local.get $rest)
            (f32.add
              (f32.add (f32x4.extract_lane 0 (local.get $a)) (f32x4.extract_lane 1 (local.get $a)))
              (f32.add (f32x4.extract_lane 2 (local.get $a)) (f32x4.extract_lane 3 (local.get $a))))))
        (local.set $scores (i32.add (local.get $scores) (i32.const 4)))
        (br $row)))))
