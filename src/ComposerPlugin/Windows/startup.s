        .text

# rcx: the cookie that a function finds on its stack.
        .globl __security_check_cookie
__security_check_cookie:
        cmpq    __security_cookie(%rip), %rcx
        jne     1f
        rolq    $16, %rcx
        testw   $0xFFFF, %cx
        jne     2f
        retq
2:      rorq    $16, %rcx
1:      jmp     __report_gsfailure

# Control-flow guard is off: indirect calls go straight to their targets.
        .globl startup_guard_dispatch
startup_guard_dispatch:
        jmpq    *%rax
        .globl startup_guard_check
startup_guard_check:
        retq

# rax: bytes wanted. Touches each page below rsp; keeps every register but r10, r11 and the flags.
        .globl __chkstk
__chkstk:
        subq    $16, %rsp
        movq    %r10, (%rsp)
        movq    %r11, 8(%rsp)
        xorq    %r11, %r11
        leaq    24(%rsp), %r10
        subq    %rax, %r10
        cmovbq  %r11, %r10
        movq    %gs:16, %r11
        cmpq    %r11, %r10
        jae     2f
        andw    $0xF000, %r10w
1:      leaq    -0x1000(%r11), %r11
        movb    $0, (%r11)
        cmpq    %r11, %r10
        jne     1b
2:      movq    (%rsp), %r10
        movq    8(%rsp), %r11
        addq    $16, %rsp
        retq
