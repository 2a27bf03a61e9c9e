// What Microsoft's libcmt and libvcruntime would bring into the library: initialisers, thread-local storage, stack cookies,
// the entry point. All else comes from Windows itself: the universal C runtime, KERNEL32 and NTDLL.
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;

typedef void (*Action)(void);
typedef int (*Initializer)(void);
typedef void (*TlsCallback)(void *, u32, void *);

enum { ProcessDetach = 0, ProcessAttach = 1, ThreadAttach = 2 };

// The linker sorts sections by the letters behind the dollar sign: what lies between A and Z are the functions to be called.
#define IN(section) __declspec(allocate(section))
#pragma section(".CRT$XIA", long, read)
#pragma section(".CRT$XIZ", long, read)
#pragma section(".CRT$XCA", long, read)
#pragma section(".CRT$XCZ", long, read)
#pragma section(".CRT$XPA", long, read)
#pragma section(".CRT$XPZ", long, read)
#pragma section(".CRT$XTA", long, read)
#pragma section(".CRT$XTZ", long, read)
#pragma section(".CRT$XLA", long, read)
#pragma section(".CRT$XLC", long, read)
#pragma section(".CRT$XLZ", long, read)
#pragma section(".CRT$XDA", long, read)
#pragma section(".CRT$XDZ", long, read)
#pragma section(".tls", long, read, write)
#pragma section(".tls$ZZZ", long, read, write)
#pragma section(".rdata$T", long, read)
IN(".CRT$XIA") Initializer __xi_a[1] = {0};
IN(".CRT$XIZ") Initializer __xi_z[1] = {0};
IN(".CRT$XCA") Action __xc_a[1] = {0};
IN(".CRT$XCZ") Action __xc_z[1] = {0};
IN(".CRT$XPA") Action __xp_a[1] = {0};
IN(".CRT$XPZ") Action __xp_z[1] = {0};
IN(".CRT$XTA") Action __xt_a[1] = {0};
IN(".CRT$XTZ") Action __xt_z[1] = {0};
IN(".CRT$XDA") Action __xd_a = 0;
IN(".CRT$XDZ") Action __xd_z = 0;
IN(".CRT$XLA") TlsCallback __xl_a = 0;
IN(".CRT$XLZ") TlsCallback __xl_z = 0;

// The universal C runtime and KERNEL32.
typedef struct { Action *first, *last, *end; } ExitTable;
int _initialize_onexit_table(ExitTable *);
int _register_onexit_function(ExitTable *, Initializer);
int _execute_onexit_table(ExitTable *);
__declspec(dllimport) void GetSystemTimeAsFileTime(u64 *);
__declspec(dllimport) u32 GetCurrentThreadId(void);
__declspec(dllimport) u32 GetCurrentProcessId(void);
__declspec(dllimport) int QueryPerformanceCounter(u64 *);

// Floating point is used.
int _fltused = 0x9875;

// Thread-local storage.
u32 _tls_index = 0;
IN(".tls") char _tls_start = 0;
IN(".tls$ZZZ") char _tls_end = 0;
struct TlsDirectory { void *start, *end, *index, *callbacks; u32 zeroFill, characteristics; };
IN(".rdata$T") const struct TlsDirectory _tls_used = { &_tls_start, &_tls_end, &_tls_index, &__xl_a + 1, 0, 0 };
__declspec(thread) char __tls_guard = 0;

void __dyn_tls_init(void *module, u32 reason, void *reserved)
{
    if (reason != ThreadAttach || __tls_guard)
        return;
    __tls_guard = 1;
    for (Action *p = &__xd_a + 1; p < &__xd_z; p++)
        if (*p)
            (*p)();
}

void __dyn_tls_on_demand_init(void) { __dyn_tls_init(0, ThreadAttach, 0); }
IN(".CRT$XLC") TlsCallback __xl_c = __dyn_tls_init;

// Stack cookies. The loader makes one by the load configuration; if it did not, we do.
#define DEFAULT_COOKIE 0x00002B992DDFA232ULL
u64 __security_cookie = DEFAULT_COOKIE;
u64 __security_cookie_complement = ~DEFAULT_COOKIE;

static void InitCookie(void)
{
    if (__security_cookie == DEFAULT_COOKIE) {
        u64 time = 0, count = 0;
        GetSystemTimeAsFileTime(&time);
        QueryPerformanceCounter(&count);
        u64 cookie = time ^ (u64)GetCurrentThreadId() << 20 ^ GetCurrentProcessId() ^ count << 32 ^ count ^ (u64)&time;
        cookie &= 0x0000FFFFFFFFFFFFULL;
        if (cookie == DEFAULT_COOKIE || cookie == 0)
            cookie = DEFAULT_COOKIE + 1;
        __security_cookie = cookie;
    }
    __security_cookie_complement = ~__security_cookie;
}

__declspec(noreturn) static void FailFast(u32 code)
{
    __asm__ volatile("int $0x29" ::"c"(code));
    __builtin_unreachable();
}

__declspec(noreturn) void __report_gsfailure(u64 cookie) { FailFast(2); }
__declspec(noreturn) void __report_rangecheckfailure(void) { FailFast(8); }
int _purecall(void) { FailFast(7); }

// Checks the cookie of a frame that an exception passes, and lets the search for a handler go on.
typedef struct { u64 controlPc, imageBase; u32 *function; u64 frame, targetIp; void *context, *handler; u32 *handlerData; } Dispatch;
void __security_check_cookie(u64);

int __GSHandlerCheck(void *record, u64 frame, void *context, Dispatch *dispatch)
{
    u32 *data = dispatch->handlerData;
    u64 base = frame;
    if (*data & 4)
        base = (frame + (long long)(int)data[1]) & ~((u64)(int)data[2] - 1);
    u64 cookie = *(u64 *)(base + (long long)(int)(*data & ~7u));
    u8 *unwindInfo = (u8 *)(dispatch->imageBase + dispatch->function[2]);
    u8 frameRegister = unwindInfo[3];
    __security_check_cookie(cookie ^ (frame + (frameRegister & 0x0F ? frameRegister & 0xF0 : 0)));
    return 1;
}

void startup_guard_dispatch(void);
void startup_guard_check(void);
Action __guard_dispatch_icall_fptr = startup_guard_dispatch;
Action __guard_check_icall_fptr = startup_guard_check;
Action __guard_xfg_dispatch_icall_fptr = startup_guard_dispatch;

// IMAGE_LOAD_CONFIG_DIRECTORY64 as far as Windows 10 reads it.
struct LoadConfig {
    u32 size, time;
    u16 major, minor;
    u32 flagsClear, flagsSet, lockTimeout;
    u64 heap[6];
    u32 heapFlags;
    u16 csd, dependentFlags;
    u64 editList, securityCookie, handlerTable, handlerCount, guardCheck, guardDispatch, guardTable, guardCount;
    u32 guardFlags;
    u16 codeIntegrity[4];
    u32 codeIntegrityReserved;
    u64 rest[24];
};
const struct LoadConfig _load_config_used = {
    .size = sizeof(struct LoadConfig) > 0x140 ? 0x140 : sizeof(struct LoadConfig),
    .securityCookie = (u64)&__security_cookie,
    .guardCheck = (u64)&__guard_check_icall_fptr,
    .guardDispatch = (u64)&__guard_dispatch_icall_fptr,
};

static ExitTable exitTable;
int atexit(Action action) { return _register_onexit_function(&exitTable, (Initializer)action); }

static void CallAll(Action *first, Action *end)
{
    for (Action *p = first + 1; p < end; p++)
        if (*p)
            (*p)();
}

// What Windows calls when the library comes, when it goes, and for threads.
int _DllMainCRTStartup(void *module, u32 reason, void *reserved)
{
    if (reason == ProcessAttach) {
        InitCookie();
        if (_initialize_onexit_table(&exitTable))
            return 0;
        for (Initializer *p = __xi_a + 1; p < __xi_z; p++)
            if (*p && (*p)())
                return 0;
        CallAll(__xc_a, __xc_z);
        __dyn_tls_init(module, ThreadAttach, reserved);
    } else if (reason == ProcessDetach) {
        _execute_onexit_table(&exitTable);
        CallAll(__xp_a, __xp_z);
        CallAll(__xt_a, __xt_z);
    }
    return 1;
}
