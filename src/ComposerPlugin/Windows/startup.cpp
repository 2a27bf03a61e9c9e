// The operators new and delete that the .NET runtime is compiled against.
typedef unsigned long long u64;

extern "C" void *malloc(u64);
extern "C" void free(void *);

namespace std
{
struct nothrow_t
{
};
extern const nothrow_t nothrow;
const nothrow_t nothrow = nothrow_t();
}

void *operator new(u64 size, const std::nothrow_t &) noexcept { return malloc(size ? size : 1); }
void *operator new[](u64 size, const std::nothrow_t &) noexcept { return malloc(size ? size : 1); }
void operator delete(void *p) noexcept { free(p); }
void operator delete[](void *p) noexcept { free(p); }
void operator delete(void *p, u64) noexcept { free(p); }
void operator delete[](void *p, u64) noexcept { free(p); }
