;; Inner products of many vectors in codes of eight bits with one query in codes of sixteen, sixteen numbers at a time.
;; Compiled into inner-products-code.ts by `node scripts/compile-inner-products.mjs`.
(module
  ;; A query, room for sums, and a stretch of vectors: see inner-products.ts for where each lies.
  (memory (export "memory") 8)
  ;; `length` is that of a vector, a multiple of sixteen from sixteen on.
  (func (export "innerProducts")
    (param $vectors i32) (param $count i32) (param $length i32) (param $query i32) (param $sums i32)
    (local $at i32) (local $asked i32) (local $sumsEnd i32) (local $rowEnd i32) (local $a v128) (local $b v128)
    (local.set $at (local.get $vectors))
    (local.set $sumsEnd (i32.add (local.get $sums) (i32.shl (local.get $count) (i32.const 2))))
    (block $done
      (loop $row
        (br_if $done (i32.ge_u (local.get $sums) (local.get $sumsEnd)))
        (local.set $asked (local.get $query))
        (local.set $rowEnd (i32.add (local.get $at) (local.get $length)))
        (local.set $a (v128.const i32x4 0 0 0 0))
        (local.set $b (v128.const i32x4 0 0 0 0))
        ;; Two sums of four lanes: one alone would wait for itself at every step.
        (loop $sixteen
          (local.set $a (i32x4.add (local.get $a)
            (i32x4.dot_i16x8_s (v128.load8x8_s (local.get $at)) (v128.load (local.get $asked)))))
          (local.set $b (i32x4.add (local.get $b)
            (i32x4.dot_i16x8_s (v128.load8x8_s offset=8 (local.get $at)) (v128.load offset=16 (local.get $asked)))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (local.set $asked (i32.add (local.get $asked) (i32.const 32)))
          (br_if $sixteen (i32.lt_u (local.get $at) (local.get $rowEnd))))
        (local.set $a (i32x4.add (local.get $a) (local.get $b)))
        (i32.store (local.get $sums)
          (i32.add
            (i32.add (i32x4.extract_lane 0 (local.get $a)) (i32x4.extract_lane 1 (local.get $a)))
            (i32.add (i32x4.extract_lane 2 (local.get $a)) (i32x4.extract_lane 3 (local.get $a)))))
        (local.set $sums (i32.add (local.get $sums) (i32.const 4)))
        (br $row)))))
