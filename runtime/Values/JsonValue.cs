using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Compiled.Values;

/// <summary>
/// A JSON value in 16 bytes: a part of text that was read, or something that was built. Values never change; what looks like a change
/// gives a new value that shares the untouched parts. The default is no value at all, <see cref="IsMissing"/>.
/// </summary>
/// <remarks>
/// <b>Bounds</b>: text and built values nest at most <see cref="MaxDepth"/> levels. <b>Promise</b>: safe to read from any number of threads.
/// </remarks>
[DebuggerDisplay("{Kind}: {ToString(),nq}")]
public readonly partial struct JsonValue : IEquatable<JsonValue>
{
    /// <summary>The most levels of arrays and objects, the outermost included.</summary>
    public const int MaxDepth = 512;

    // What the value is, decided by the type of Node:
    //   null: missing      Document: the row in Bits      string, Fault, JsonataFunction: itself      Tag: Bits as the tag says
    //   JsonProperty[], JsonValue[]: the members or elements, never written to; Bits bounds their size, see Bound
    internal readonly object? Node;
    internal readonly long Bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal JsonValue(object? node, long bits = 0)
    {
        Node = node;
        Bits = bits;
    }

    /// <summary>JSON's null.</summary>
    public static JsonValue Null => new(Tag.Null);

    /// <summary>JSON's true.</summary>
    public static JsonValue True => new(Tag.True);

    /// <summary>JSON's false.</summary>
    public static JsonValue False => new(Tag.False);

    /// <summary>The object without members.</summary>
    public static JsonValue EmptyObject => ObjectOf([]);

    /// <summary>The array without elements.</summary>
    public static JsonValue EmptyArray => ArrayOf([]);

    // The members of an object that was built. Exact types, of which an array of structs is one: to ask what an array may be taken for is a call.
    private JsonProperty[]? BuiltMembers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Node is { } node && node.GetType() == typeof(JsonProperty[]) ? Unsafe.As<JsonProperty[]>(node) : null;
    }

    // The elements of an array that was built.
    private JsonValue[]? BuiltItems
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Node is { } node && node.GetType() == typeof(JsonValue[]) ? Unsafe.As<JsonValue[]>(node) : null;
    }

    /// <summary>Whether this is an object or an array that was built.</summary>
    internal bool IsBuilt => BuiltMembers is not null || BuiltItems is not null;

    /// <summary>What the value holds.</summary>
    public JsonKind Kind => Node switch
    {
        null => JsonKind.Missing,
        Document document => document.Rows[(int)Bits].JsonKind,
        Tag tag => tag.Kind,
        string => JsonKind.String,
        JsonProperty[] => JsonKind.Object,
        JsonValue[] => JsonKind.Array,
        Fault => JsonKind.Failure,
        _ => JsonKind.Function,
    };

    /// <summary>Whether there is no value.</summary>
    public bool IsMissing => Node is null;

    /// <summary>Whether the value is JSON's null; a missing value is not.</summary>
    public bool IsNull => Kind == JsonKind.Null;

    /// <summary>Whether the value is an error of an execution.</summary>
    public bool IsFailure => Node is Fault;

    /// <summary>Whether the value is an object.</summary>
    public bool IsObject => BuiltMembers is not null || IsRow(JsonKind.Object);

    /// <summary>Whether the value is an array.</summary>
    public bool IsArray => BuiltItems is not null || IsRow(JsonKind.Array);

    /// <summary>Whether the value is a string.</summary>
    public bool IsString => Node is string || IsRow(JsonKind.String);

    /// <summary>Whether the value is a number.</summary>
    public bool IsNumber => ReferenceEquals(Node, Tag.Double) || ReferenceEquals(Node, Tag.Integer) || IsRow(JsonKind.Number);

    /// <summary>Whether the value is true or false.</summary>
    public bool IsBoolean => Kind is JsonKind.True or JsonKind.False;

    /// <summary>Whether the value is true.</summary>
    public bool IsTrue => ReferenceEquals(Node, Tag.True) || IsRow(JsonKind.True);

    /// <summary>The error of an execution that the value carries; null for anything else.</summary>
    public Fault? AsFault => Node as Fault;

    /// <summary>A number.</summary>
    /// <exception cref="ArgumentException">The number is infinite or NaN, which JSON cannot say.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static JsonValue Number(double value)
        => double.IsFinite(value) ? new(Tag.Double, BitConverter.DoubleToInt64Bits(value)) : throw NotFinite(value);

    /// <summary>A whole number, kept exactly.</summary>
    public static JsonValue Number(long value) => new(Tag.Integer, value);

    /// <summary>True or false.</summary>
    public static JsonValue Boolean(bool value) => new(value ? Tag.True : Tag.False);

    /// <summary>A string. A lone surrogate in it is written as U+FFFD.</summary>
    public static JsonValue String(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <summary>An error of an execution, carried where a value is expected. It is not JSON: it cannot be written or measured.</summary>
    public static JsonValue Failure(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return new(fault);
    }

    /// <summary>An object with copies of these members. Of members with the same name the last value wins, in the first one's place.</summary>
    /// <exception cref="ArgumentException">A member has no value, or a failure for a value.</exception>
    public static JsonValue Object(params ReadOnlySpan<JsonProperty> members)
    {
        JsonProperty[] owned = members.ToArray();
        foreach (ref readonly JsonProperty member in owned.AsSpan())
        {
            ArgumentNullException.ThrowIfNull(member.Key, nameof(members));
            RefuseUnwritable(member.Value, nameof(members));
        }

        return ObjectOf(DistinctMembers.Of(owned));
    }

    /// <summary>
    /// An object that takes the array over without a copy or a check, for emitted code. <b>Promise</b>: the caller knows that the names are
    /// distinct and every value is JSON, and never writes to the array again.
    /// </summary>
    public static JsonValue ObjectOf(JsonProperty[] owned) => new(owned, Bound.Of(owned).Packed);

    /// <summary>An array with copies of these elements.</summary>
    /// <exception cref="ArgumentException">An element is missing or a failure.</exception>
    public static JsonValue Array(params ReadOnlySpan<JsonValue> items)
    {
        JsonValue[] owned = items.ToArray();
        foreach (ref readonly JsonValue item in owned.AsSpan())
        {
            RefuseUnwritable(item, nameof(items));
        }

        return ArrayOf(owned);
    }

    /// <summary>
    /// An array that takes the elements over without a copy or a check, for emitted code. <b>Promise</b>: every element is JSON, and the
    /// caller never writes to the array again.
    /// </summary>
    public static JsonValue ArrayOf(JsonValue[] owned) => new(owned, Bound.Of(owned).Packed);

    /// <summary>A string.</summary>
    public static implicit operator JsonValue(string value) => String(value);

    /// <summary>A number.</summary>
    public static implicit operator JsonValue(double value) => Number(value);

    /// <summary>A whole number.</summary>
    public static implicit operator JsonValue(long value) => Number(value);

    /// <summary>A whole number.</summary>
    public static implicit operator JsonValue(int value) => Number((long)value);

    /// <summary>True or false.</summary>
    public static implicit operator JsonValue(bool value) => Boolean(value);

    internal static ArgumentException NotFinite(double value) => new($"JSON has no number for {value}; a finite number was expected.", nameof(value));

    private static void RefuseUnwritable(JsonValue value, string parameter)
    {
        if (value.Node is null or Fault)
        {
            throw new ArgumentException($"A {(value.IsMissing ? "missing value" : "failure")} cannot be part of JSON.", parameter);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsRow(JsonKind kind) => Node is Document document && document.Rows[(int)Bits].JsonKind == kind;
}
