// C ABI over libtorch: one boxed entry point for every ATen operator, and the few calls that are not operators.
// Tensors and generators cross as intrusive pointers that own one reference each; the caller gives it back with tensor_free.
// Every entry catches: a failed call returns null or -1 and leaves its message, per thread, in last_error.

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/core/Generator.h>
#include <ATen/core/List.h>
#include <ATen/core/Tensor.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/grad_mode.h>
#include <ATen/core/ivalue.h>
#include <ATen/core/stack.h>
#include <c10/core/InferenceMode.h>
#include <c10/util/intrusive_ptr.h>
#include <torch/csrc/autograd/autograd.h>

#include <malloc.h>

#include <string>
#include <vector>

#define API extern "C" __attribute__((visibility("default")))

using c10::IValue;
using Kind = c10::TypeKind;

enum Tag : int32_t { None = 0, Tensor = 1, Int = 2, Double = 3, Bool = 4, Ints = 5, Doubles = 6, Tensors = 7, String = 8, Generator = 9 };

// One argument or result; mirrored by Value in Interop/Value.cs.
struct Value {
    int32_t tag;
    int32_t length;
    union {
        int64_t integer;
        double real;
        void* pointer;
    };
};
static_assert(sizeof(Value) == 16, "Value.cs has the same layout");

static thread_local std::string error;

template <class F, class R>
static R guarded(R failed, F body) {
    try {
        return body();
    } catch (const c10::Error& e) {
        error = e.what_without_backtrace();
    } catch (const std::exception& e) {
        error = e.what();
    } catch (...) {
        error = "unknown C++ exception";
    }
    return failed;
}

static at::Tensor borrow(void* handle) {
    if (!handle) return {};
    using Pointer = c10::intrusive_ptr<at::TensorImpl, at::UndefinedTensorImpl>;
    return at::Tensor(Pointer::unsafe_reclaim_from_nonowning(static_cast<at::TensorImpl*>(handle)));
}

static void* give(at::Tensor&& tensor) { return tensor.defined() ? tensor.unsafeReleaseTensorImpl() : nullptr; }

static at::Generator borrow_generator(void* handle) {
    return at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::unsafe_reclaim_from_nonowning(static_cast<c10::GeneratorImpl*>(handle)));
}

static std::vector<at::Tensor> borrow_all(void* const* handles, int32_t count) {
    std::vector<at::Tensor> tensors;
    tensors.reserve(count);
    for (int32_t i = 0; i < count; i++) tensors.push_back(borrow(handles[i]));
    return tensors;
}

template <class T>
static IValue list_of(const Value& value) {
    auto* items = static_cast<const T*>(value.pointer);
    c10::List<T> list;
    list.reserve(value.length);
    for (int32_t i = 0; i < value.length; i++) list.push_back(items[i]);
    return IValue(std::move(list));
}

static IValue tensor_list(const Value& value, const c10::Type& type) {
    auto* handles = static_cast<void**>(value.pointer);
    bool optional = type.kind() == Kind::ListType && type.castRaw<c10::ListType>()->getElementType()->kind() == Kind::OptionalType;
    if (!optional) return IValue(borrow_all(handles, value.length));
    c10::List<c10::optional<at::Tensor>> list;
    list.reserve(value.length);
    for (int32_t i = 0; i < value.length; i++) list.push_back(handles[i] ? c10::optional<at::Tensor>(borrow(handles[i])) : c10::nullopt);
    return IValue(std::move(list));
}

static IValue integer(const Value& value, const c10::Type& type) {
    switch (type.kind()) {
        case Kind::FloatType: return IValue(static_cast<double>(value.integer));
        case Kind::BoolType: return IValue(value.integer != 0);
        case Kind::ListType: {
            c10::List<int64_t> list;
            list.push_back(value.integer);
            return IValue(std::move(list));
        }
        default: return IValue(value.integer);
    }
}

// Gives one C value the type that the operator's schema asks for.
static IValue to_ivalue(const Value& value, const c10::TypePtr& declared) {
    const c10::Type* type = declared.get();
    bool optional = type->kind() == Kind::OptionalType;
    if (optional) type = type->castRaw<c10::OptionalType>()->getElementType().get();
    switch (value.tag) {
        case None: return type->kind() == Kind::TensorType && !optional ? IValue(at::Tensor()) : IValue();
        case Tensor: return IValue(borrow(value.pointer));
        case Int: return integer(value, *type);
        case Double: return IValue(value.real);
        case Bool: return IValue(value.integer != 0);
        case Ints: return list_of<int64_t>(value);
        case Doubles: return list_of<double>(value);
        case Tensors: return tensor_list(value, *type);
        case Generator: return IValue(borrow_generator(value.pointer));
        case String: {
            std::string text(static_cast<const char*>(value.pointer), value.length);
            return type->kind() == Kind::DeviceObjType ? IValue(c10::Device(text)) : IValue(std::move(text));
        }
        default: TORCH_CHECK(false, "unknown argument tag ", value.tag);
    }
}

static void from_ivalue(IValue&& value, Value& result) {
    result = {};
    if (value.isTensor()) {
        result.tag = Tensor;
        result.pointer = give(std::move(value).toTensor());
    } else if (value.isInt()) {
        result.tag = Int;
        result.integer = value.toInt();
    } else if (value.isDouble()) {
        result.tag = Double;
        result.real = value.toDouble();
    } else if (value.isBool()) {
        result.tag = Bool;
        result.integer = value.toBool();
    } else {
        TORCH_CHECK(value.isNone(), "unsupported result ", value.tagKind());
    }
}

// ---- operators ----

API const char* last_error() { return error.c_str(); }

API void* operator_find(const char* name, const char* overload) {
    return guarded(static_cast<void*>(nullptr), [&]() -> void* {
        return new c10::OperatorHandle(c10::Dispatcher::singleton().findSchemaOrThrow(name, overload));
    });
}

// Arguments left out take the schema's defaults. Returns how many results were written; a Tensor[] result is written flat.
API int32_t operator_call(void* handle, const Value* arguments, int32_t count, Value* results, int32_t capacity) {
    return guarded(-1, [&] {
        auto& op = *static_cast<c10::OperatorHandle*>(handle);
        const auto& schema = op.schema();
        const auto& declared = schema.arguments();
        TORCH_CHECK(static_cast<size_t>(count) <= declared.size(), "too many arguments for ", toString(schema));
        torch::jit::Stack stack;
        stack.reserve(declared.size() + 2);
        for (int32_t i = 0; i < count; i++) stack.push_back(to_ivalue(arguments[i], declared[i].type()));
        for (size_t i = count; i < declared.size(); i++) {
            const auto& fallback = declared[i].default_value();
            TORCH_CHECK(fallback.has_value(), "missing argument '", declared[i].name(), "' for ", toString(schema));
            stack.push_back(*fallback);
        }
        op.callBoxed(&stack);
        int32_t written = 0;
        for (auto& value : stack) {
            if (!value.isTensorList()) {
                TORCH_CHECK(written < capacity, "too many results");
                from_ivalue(std::move(value), results[written++]);
                continue;
            }
            auto tensors = std::move(value).toTensorVector();
            TORCH_CHECK(written + tensors.size() <= static_cast<size_t>(capacity), "too many results: ", tensors.size());
            for (auto& tensor : tensors) from_ivalue(IValue(std::move(tensor)), results[written++]);
        }
        return written;
    });
}

// ---- tensors ----

API void tensor_free(void* handle) { c10::raw::intrusive_ptr::decref(static_cast<at::TensorImpl*>(handle)); }

API void* tensor_alias(void* handle) {
    c10::raw::intrusive_ptr::incref(static_cast<at::TensorImpl*>(handle));
    return handle;
}

API int32_t tensor_type(void* handle) { return static_cast<int32_t>(c10::typeMetaToScalarType(static_cast<at::TensorImpl*>(handle)->dtype())); }
API int32_t tensor_dimensions(void* handle) { return static_cast<int32_t>(static_cast<at::TensorImpl*>(handle)->dim()); }
API int64_t tensor_elements(void* handle) { return static_cast<at::TensorImpl*>(handle)->numel(); }
API int64_t tensor_offset(void* handle) { return static_cast<at::TensorImpl*>(handle)->storage_offset(); }
API const int64_t* tensor_sizes(void* handle) { return static_cast<at::TensorImpl*>(handle)->sizes().data(); }
API const int64_t* tensor_strides(void* handle) { return static_cast<at::TensorImpl*>(handle)->strides().data(); }
API int32_t tensor_requires_grad(void* handle) { return borrow(handle).requires_grad(); }
API int32_t tensor_is_leaf(void* handle) { return borrow(handle).is_leaf(); }
API int32_t tensor_is_contiguous(void* handle) { return static_cast<at::TensorImpl*>(handle)->is_contiguous(); }

API void* tensor_data(void* handle) {
    return guarded(static_cast<void*>(nullptr), [&] { return borrow(handle).data_ptr(); });
}

API void* tensor_grad(void* handle) {
    return guarded(static_cast<void*>(nullptr), [&] {
        at::Tensor grad = borrow(handle).grad();
        return give(std::move(grad));
    });
}

API int32_t tensor_set_grad(void* handle, void* grad) {
    return guarded(-1, [&] {
        borrow(handle).mutable_grad() = borrow(grad);
        return 0;
    });
}

// ---- autograd ----

API int32_t autograd_backward(void* const* tensors, int32_t count, void* const* gradients, int32_t gradient_count, int32_t retain_graph,
                              int32_t create_graph, void* const* inputs, int32_t input_count) {
    return guarded(-1, [&] {
        torch::autograd::backward(borrow_all(tensors, count), borrow_all(gradients, gradient_count), retain_graph != 0, create_graph != 0,
                                  borrow_all(inputs, input_count));
        return 0;
    });
}

// Writes one handle per input; null where allow_unused left one out.
API int32_t autograd_grad(void* const* outputs, int32_t output_count, void* const* inputs, int32_t input_count, void* const* gradients,
                          int32_t gradient_count, int32_t retain_graph, int32_t create_graph, int32_t allow_unused, void** results) {
    return guarded(-1, [&] {
        auto grads = torch::autograd::grad(borrow_all(outputs, output_count), borrow_all(inputs, input_count),
                                           borrow_all(gradients, gradient_count), retain_graph != 0, create_graph != 0, allow_unused != 0);
        for (size_t i = 0; i < grads.size(); i++) results[i] = give(std::move(grads[i]));
        return 0;
    });
}

API int32_t grad_mode() { return c10::GradMode::is_enabled(); }
API void set_grad_mode(int32_t enabled) { c10::GradMode::set_enabled(enabled != 0); }

// The guard restores the mode that held when it was made, on the same thread.
API void* inference_mode_enter(int32_t enabled) { return new c10::InferenceMode(enabled != 0); }
API void inference_mode_leave(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }
API int32_t inference_mode() { return c10::InferenceMode::is_enabled(); }

// ---- random numbers ----

API void* generator_create(uint64_t seed) {
    return guarded(static_cast<void*>(nullptr), [&]() -> void* { return at::detail::createCPUGenerator(seed).unsafeReleaseGeneratorImpl(); });
}

API void* generator_default() {
    auto* generator = at::detail::getDefaultCPUGenerator().unsafeGetGeneratorImpl();
    c10::raw::intrusive_ptr::incref(generator);
    return generator;
}

API void generator_free(void* handle) { c10::raw::intrusive_ptr::decref(static_cast<c10::GeneratorImpl*>(handle)); }

API void generator_set_seed(void* handle, uint64_t seed) {
    auto generator = borrow_generator(handle);
    std::lock_guard<std::mutex> lock(generator.mutex());
    generator.set_current_seed(seed);
}

API uint64_t generator_seed(void* handle) {
    auto generator = borrow_generator(handle);
    std::lock_guard<std::mutex> lock(generator.mutex());
    return generator.seed();
}

API uint64_t generator_initial_seed(void* handle) { return borrow_generator(handle).current_seed(); }

API void* generator_get_state(void* handle) {
    return guarded(static_cast<void*>(nullptr), [&] { return give(borrow_generator(handle).get_state()); });
}

API int32_t generator_set_state(void* handle, void* state) {
    return guarded(-1, [&] {
        borrow_generator(handle).set_state(borrow(state));
        return 0;
    });
}

// ---- threads and memory ----

API int32_t threads() { return at::get_num_threads(); }
API int32_t set_threads(int32_t count) {
    return guarded(-1, [&] {
        at::set_num_threads(count);
        return 0;
    });
}
API int32_t interop_threads() { return at::get_num_interop_threads(); }
API int32_t set_interop_threads(int32_t count) {
    return guarded(-1, [&] {
        at::set_num_interop_threads(count);
        return 0;
    });
}

// Keeps freed buffers in the process: returning each step's activations to the kernel costs up to half of the training time.
__attribute__((constructor)) static void keep_memory() {
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, -1);
    mallopt(M_TOP_PAD, 64 << 20);
}
