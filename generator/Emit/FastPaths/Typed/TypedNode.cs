using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.Handlers;
using Compiled.Generator.Pipeline;

namespace Compiled.Generator.Emit.FastPaths.Typed;

/// <summary>An object in a C# local, or a part of it: how it is read, and when it isn't there.</summary>
internal sealed class TypedNode
{
    private readonly Dictionary<string, TypedNode> _children = new();
    private readonly TypedNode? _parent;
    private readonly string _access;
    private readonly int _index;

    /// <summary>An object in a local of its own.</summary>
    /// <param name="local">The local.</param>
    /// <param name="type">Its type.</param>
    /// <param name="isChanging">Whether it is written at several places, so that its parts have no locals that would still be true.</param>
    /// <param name="isOwned">Whether nobody else has the object: it was copied, and is given to nobody but as a copy or as output.</param>
    public TypedNode(string local, PlainType type, bool isChanging, bool isOwned) =>
        (Root, Local, Type, IsChanging, IsOwned, _access) = (local, local, type, isChanging, isOwned, "");

    private TypedNode(TypedNode parent, string local, string access, int index, PlainType type) =>
        (_parent, Root, Local, Type, IsChanging, IsOwned, _access, _index) = (parent, parent.Root, local, type, parent.IsChanging, parent.IsOwned, access, index);

    /// <summary>The local that the whole object is in.</summary>
    public string Root { get; }

    /// <summary>The local for this part, where parts of it are read.</summary>
    public string Local { get; }

    public PlainType Type { get; }

    public bool IsChanging { get; }

    public bool IsOwned { get; }

    /// <summary>Whether parts of it are read, for which it is put into a local.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>The C# expression of its value where it is there.</summary>
    public string Code => _parent is null ? Local : $"{_parent.Holder}!{_access}";

    /// <summary>The C# condition under which it isn't there; null where it always is.</summary>
    public string? MissingIf => _parent is null ? null
        : _index < 0 ? $"{_parent.Holder} is null"
        : $"{_parent.Holder} is null || {_parent.Holder}.{Count(_parent.Type)} <= {CSharp.Number(_index)}";

    // What parts are read from: null where it isn't there.
    private string Holder
    {
        get
        {
            if (_parent is null)
                return Local;
            if (!IsChanging)
            {
                IsHeld = true;
                return Local;
            }
            return $"({Read})";
        }
    }

    private string Read => _index < 0 ? $"{_parent!.Holder}?{_access}" : $"{_parent!.Holder} is {{ {Count(_parent.Type)}: > {CSharp.Number(_index)} }} ? {_parent.Holder}{_access} : null";

    /// <summary>The member of a name in JSON; null where the type has none.</summary>
    public TypedNode? Member(string name, FastNames names) => Type.Written.FirstOrDefault(member => member.JsonName == name) is { } found
        ? Child("." + Identifiers.ToPlain(found.Property), found.Property, -1, found.Type, names)
        : null;

    /// <summary>The item of a list at a place.</summary>
    public TypedNode Item(int index, FastNames names) => Child($"[{CSharp.Number(index)}]", CSharp.Number(index), index, Type.Item!, names);

    /// <summary>Writes what puts the parts that are read from into their locals, after the object has come into its own.</summary>
    public void WriteParts(CodeWriter code, FastNames names)
    {
        foreach (TypedNode child in _children.Values)
        {
            if (child.IsHeld)
            {
                names.Declare(child.Local, ContractEmitter.Nullable(child.Type));
                code.Line($"{child.Local} = {child.Read};");
            }
            child.WriteParts(code, names);
        }
    }

    /// <summary>How many items a list has.</summary>
    public static string Count(PlainType list) => list.Kind == PlainKind.Array ? "Length" : "Count";

    private TypedNode Child(string access, string wanted, int index, PlainType type, FastNames names)
    {
        if (!_children.TryGetValue(access, out TypedNode? child))
            _children.Add(access, child = new TypedNode(this, names.Of($"{Local}{access}", $"{Local}_{wanted}"), access, index, type));
        return child;
    }
}
