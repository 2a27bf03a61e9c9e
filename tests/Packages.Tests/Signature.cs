using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Packages.Tests;

/// <summary>Types, parameters and constants, written much as C# does.</summary>
internal static class Signature
{
    private static readonly NullabilityInfoContext _nullability = new();

    private static readonly Dictionary<Type, string> _keywords = new()
    {
        [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(char)] = "char", [typeof(short)] = "short",
        [typeof(ushort)] = "ushort", [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long", [typeof(ulong)] = "ulong",
        [typeof(float)] = "float", [typeof(double)] = "double", [typeof(decimal)] = "decimal", [typeof(string)] = "string",
        [typeof(object)] = "object", [typeof(void)] = "void",
    };

    public static string Of(MethodInfo method)
    {
        Type[] generics = method.GetGenericArguments();
        string names = generics.Length == 0 ? "" : $"<{string.Join(", ", generics.Select(Name))}>";
        string extended = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return $"{Type(method.ReturnParameter)} {method.Name}{names}({extended}{Parameters(method.GetParameters())}){Constraints(generics)}";
    }

    public static string Of(ConstructorInfo constructor) => $"new({Parameters(constructor.GetParameters())})";

    public static string Of(PropertyInfo property)
    {
        // Those of the accessor, because a property's own parameters know nothing of nullability.
        ParameterInfo[] indices = (property.GetMethod ?? property.SetMethod!).GetParameters()[..property.GetIndexParameters().Length];
        string type = Reference(property.PropertyType) + Name(property.PropertyType, _nullability.Create(property)) + ElementNames(property);
        return $"{type} {property.Name}{(indices.Length == 0 ? "" : $"[{Parameters(indices)}]")}";
    }

    public static string Type(FieldInfo field) => Name(field.FieldType, _nullability.Create(field)) + ElementNames(field);

    public static string Constraints(IEnumerable<Type> generics) => string.Concat(generics.Select(Constraint));

    public static string Value(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text.Replace("\n", "\\n", StringComparison.Ordinal)}\"",
        char character => $"'{character}'",
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    public static string Name(Type type) => Name(type, null);

    private static string Type(ParameterInfo parameter) =>
        Reference(parameter.ParameterType) + Name(parameter.ParameterType, _nullability.Create(parameter)) + ElementNames(parameter);

    private static string Parameters(IEnumerable<ParameterInfo> parameters) => string.Join(", ", parameters.Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        string way = !parameter.ParameterType.IsByRef
            ? (parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params " : "")
            : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        string value = parameter.HasDefaultValue ? $" = {Value(parameter.RawDefaultValue)}" : parameter.IsOptional ? " = default" : "";
        string type = Name(parameter.ParameterType, _nullability.Create(parameter)) + ElementNames(parameter);
        return $"{way}{type} {parameter.Name}{value}";
    }

    /// <summary>The names of a tuple's elements.</summary>
    private static string ElementNames(ICustomAttributeProvider declared) =>
        declared.GetCustomAttributes(typeof(TupleElementNamesAttribute), false) is [TupleElementNamesAttribute names]
            ? $"({string.Join(", ", names.TransformNames)})" : "";

    private static string Reference(Type type) => type.IsByRef ? "ref " : "";

    /// <summary>With a question mark behind each reference that is declared nullable; a value's type is Nullable then.</summary>
    private static string Name(Type type, NullabilityInfo? nullability)
    {
        if (type.IsByRef)
            return Name(type.GetElementType()!, nullability);
        string mark = !type.IsValueType && nullability is { ReadState: NullabilityState.Nullable } ? "?" : "";
        if (type.IsArray)
            return $"{Name(type.GetElementType()!, nullability?.ElementType)}[{new string(',', type.GetArrayRank() - 1)}]{mark}";
        if (type.IsPointer)
            return Name(type.GetElementType()!) + "*";
        if (type.IsGenericParameter)
            return type.Name;
        return (_keywords.TryGetValue(type, out string? keyword) ? keyword : FullName(type, nullability)) + mark;
    }

    private static string FullName(Type type, NullabilityInfo? nullability)
    {
        NullabilityInfo[] inner = nullability?.GenericTypeArguments ?? [];
        string[] arguments = [.. type.GetGenericArguments().Select((argument, i) => Name(argument, i < inner.Length ? inner[i] : null))];
        // The arguments of the types round a nested one come first in its own.
        int outer = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        string own = arguments.Length == outer ? "" : $"<{string.Join(", ", arguments[outer..])}>";
        string place = type.DeclaringType is { } holder ? FullName(holder, null) : type.Namespace ?? "";
        return $"{place}{(place.Length == 0 ? "" : ".")}{type.Name.Split('`')[0]}{own}";
    }

    private static string Constraint(Type generic)
    {
        var attributes = generic.GenericParameterAttributes;
        bool isStruct = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        List<string> parts = [];
        if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            parts.Add("class");
        if (isStruct)
            parts.Add("struct");
        parts.AddRange(generic.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(Name).Order(StringComparer.Ordinal));
        if (!isStruct && attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
            parts.Add("new()");
        return parts.Count == 0 ? "" : $" where {generic.Name} : {string.Join(", ", parts)}";
    }
}
