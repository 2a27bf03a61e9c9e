using System.Reflection;
using System.Runtime.CompilerServices;

namespace DryWetMidi.Tests.Surface;

/// <summary>The public API of an assembly: a line for each public type, base, interface and member, in ordinal order.</summary>
internal static class Listing
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    public static string[] Of(Assembly assembly) => [.. assembly.GetExportedTypes().SelectMany(Lines).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Lines(Type type)
    {
        yield return $"{type} | {Kind(type)}";
        for (var parent = type.BaseType; parent is { BaseType: not null } && !type.IsValueType; parent = parent.BaseType)
            yield return $"{type} : {parent}";
        foreach (var contract in type.GetInterfaces().Where(contract => contract.IsVisible && !type.IsEnum))
            yield return $"{type} : {contract}";
        foreach (string line in type.GetMembers(Declared).SelectMany(Lines))
            yield return $"{type} | {line}";
    }

    private static string Kind(Type type) =>
        type.IsEnum ? $"enum {type.GetEnumUnderlyingType()}"
        : type.IsValueType ? "struct"
        : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : type.IsAbstract ? "abstract class"
        : type.IsSealed ? "sealed class" : "class";

    /// <summary>A property has a line for each accessor: a stand-in may lack the setter.</summary>
    private static IEnumerable<string> Lines(MemberInfo member) => member switch
    {
        FieldInfo { IsSpecialName: false } field when field.IsPublic || field.IsFamily => [Field(field)],
        ConstructorInfo { IsStatic: false } constructor when IsOpen(constructor) =>
            [$"{Access(constructor)} new({Parameters(constructor)})"],
        MethodInfo method when IsOpen(method) && !IsAccessor(method) =>
            [$"{Access(method)} {Modifier(method)}{method.ReturnType} {method.Name}({Parameters(method)})"],
        PropertyInfo property => property.GetAccessors(nonPublic: true).Where(IsOpen).Select(accessor => Accessor(property, accessor)),
        _ => [],
    };

    private static string Accessor(PropertyInfo property, MethodInfo accessor)
    {
        string access = accessor == property.GetMethod ? "get" : "set";
        return $"{Access(accessor)} {Modifier(accessor)}{property.PropertyType} {property.Name} {{ {access}; }}";
    }

    private static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily;

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static string Access(MethodBase method) => method.IsPublic ? "public" : "protected";

    private static string Modifier(MethodInfo method) =>
        method.IsStatic ? "static "
        : method.IsAbstract ? "abstract "
        : method.GetBaseDefinition() != method ? "override "
        : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "";

    private static string Field(FieldInfo field)
    {
        string access = field.IsPublic ? "public" : "protected";
        return field.IsLiteral ? $"{access} const {field.FieldType} {field.Name} = {Value(field.GetRawConstantValue())}"
            : $"{access} {(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{field.FieldType} {field.Name}";
    }

    private static string Parameters(MethodBase method) =>
        (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "") + string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter) =>
        $"{parameter.ParameterType} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Value(parameter.RawDefaultValue)}" : "")}";

    private static string Value(object? value) => value is string text ? $"\"{text}\"" : value?.ToString() ?? "null";
}
