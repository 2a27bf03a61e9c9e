using System.Reflection;

namespace Packages.Tests;

/// <summary>What an assembly lets others use: a line for each public or protected type, base, interface and member, in ordinal order.</summary>
internal static class Surface
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    public static string[] Of(Assembly assembly) =>
        [.. assembly.GetTypes().Where(IsOpen).SelectMany(Lines).Distinct().Order(StringComparer.Ordinal)];

    private static bool IsOpen(Type type) =>
        (type.IsPublic || type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && (type.DeclaringType is not { } outer || IsOpen(outer));

    private static IEnumerable<string> Lines(Type type)
    {
        string name = Signature.Name(type);
        yield return $"{name} | {Kind(type)}{Signature.Constraints(type.GetGenericArguments())}";
        for (var parent = type.BaseType; parent is { BaseType: not null } && !type.IsValueType; parent = parent.BaseType)
            yield return $"{name} : {Signature.Name(parent)}";
        foreach (var contract in type.GetInterfaces().Where(contract => contract.IsVisible))
            yield return $"{name} : {Signature.Name(contract)}";
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            yield return $"{name} | {Signature.Of(type.GetMethod("Invoke")!)}";
            yield break;
        }
        foreach (var member in type.GetMembers(Declared))
        {
            if (Line(member) is { } line)
                yield return $"{name} | {line}";
        }
    }

    private static string Kind(Type type) =>
        type.IsEnum ? $"enum {Signature.Name(type.GetEnumUnderlyingType())}"
        : type.IsInterface ? "interface"
        : type.IsSubclassOf(typeof(Delegate)) ? "delegate"
        : type.IsValueType ? (HasMark(type, "IsReadOnlyAttribute") ? "readonly " : "") + (type.IsByRefLike ? "ref struct" : "struct")
        : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : type.IsAbstract ? "abstract class"
        : type.IsSealed ? "sealed class" : "class";

    private static bool HasMark(Type type, string attribute) => type.GetCustomAttributesData().Any(data => data.AttributeType.Name == attribute);

    /// <summary>A member's line, or null where it is no part of the surface, or told of by another.</summary>
    private static string? Line(MemberInfo member) => member switch
    {
        FieldInfo field when IsOpen(field) && !field.IsSpecialName => Field(field),
        ConstructorInfo { IsStatic: false } constructor when IsOpen(constructor) => $"{Access(constructor)} {Signature.Of(constructor)}",
        MethodInfo method when IsOpen(method) && IsCalledByName(method) => $"{Access(method)} {Modifiers(method)}{Signature.Of(method)}",
        PropertyInfo property when property.GetAccessors(true).Any(IsOpen) => Property(property),
        EventInfo { AddMethod: { } add } happening when IsOpen(add) =>
            $"{Access(add)} {Modifiers(add)}event {Signature.Name(happening.EventHandlerType!)} {happening.Name}",
        _ => null,
    };

    private static bool IsCalledByName(MethodInfo method) =>
        (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) && !method.Name.Contains('<', StringComparison.Ordinal);

    private static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsOpen(FieldInfo field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;

    private static string Access(MethodBase method) => method.IsPublic ? "public" : "protected";

    private static string Modifiers(MethodInfo method) =>
        method.IsStatic ? "static "
        : method.IsAbstract ? "abstract "
        : method.GetBaseDefinition() != method ? (method.IsFinal ? "sealed override " : "override ")
        : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "";

    private static string Field(FieldInfo field)
    {
        string access = field.IsPublic ? "public" : "protected";
        string kind = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        string value = field.IsLiteral ? $" = {Signature.Value(field.GetRawConstantValue())}" : "";
        return field.DeclaringType!.IsEnum ? field.Name + value : $"{access} {kind}{Signature.Type(field)} {field.Name}{value}";
    }

    private static string Property(PropertyInfo property)
    {
        MethodInfo[] accessors = [.. property.GetAccessors(true).Where(IsOpen)];
        string access = accessors.Any(accessor => accessor.IsPublic) ? "public" : "protected";
        string[] parts = [.. accessors.Select(accessor => (Access(accessor) == access ? "" : "protected ") + Verb(property, accessor) + ";").Order()];
        return $"{access} {Modifiers(accessors[0])}{Signature.Of(property)} {{ {string.Join(" ", parts)} }}";
    }

    private static string Verb(PropertyInfo property, MethodInfo accessor) =>
        accessor == property.GetMethod ? "get"
        : accessor.ReturnParameter.GetRequiredCustomModifiers().Any(mark => mark.Name == "IsExternalInit") ? "init" : "set";
}
