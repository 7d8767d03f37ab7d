using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.FastPaths.Typed;
using Compiled.Generator.Emit.FastPaths.Values;
using Compiled.Generator.Emit.FastPaths.Writing;

namespace Compiled.Generator.Emit.FastPaths.Flows;

/// <summary>Writes what a transition copies into the locals in which a state wants its data: all at once, since a source may be written to itself.</summary>
internal sealed class FastTransfers(FastNames locals, FastBuilder builder)
{
    // A state may have several transitions to another, in one scope.
    private int _asides;

    /// <summary>The condition under which a local's value is too large for the path, a failure, or missing.</summary>
    public static string IsLarge(string local) => $"!FastPath.IsSmall({local}, MostBytes)";

    /// <summary>Writes the copies of a transition.</summary>
    /// <param name="code">Where to write.</param>
    /// <param name="target">What is known of the data where it leads.</param>
    /// <param name="value">What it brings.</param>
    public void Write(CodeWriter code, FastValue target, FastValue value)
    {
        var copies = new List<(string Local, FastValue Value)>();
        Compare(target, value, copies);
        foreach ((string local, _) in copies.Where(copy => !locals.Typed.ContainsKey(copy.Local) && !locals.Integers.Contains(copy.Local)))
            locals.Use(local);
        var aside = new List<(string Local, string Name)>();
        for (int i = 0; i < copies.Count; i++)
        {
            (string local, FastValue source) = copies[i];
            bool isReadLater = copies.Skip(i + 1).Any(later => Mentions(later.Value, local));
            if (isReadLater)
                aside.Add((local, $"{local}_{++_asides}"));
            if (locals.Integers.Contains(local))
            {
                Count(code, isReadLater ? "long " + aside[aside.Count - 1].Name : local, source);
                continue;
            }
            // What comes into the local of a C# type is of the same type in the last pass, as all that comes there is joined before.
            bool isTyped = locals.Typed.ContainsKey(local);
            string copied = isTyped ? (source as FastTyped)?.Code ?? "default" : builder.Build(source);
            code.Line($"{(isReadLater ? $"{(isTyped ? "var" : "JsonValue")} {aside[aside.Count - 1].Name}" : local)} = {copied};");
        }
        foreach ((string local, string name) in aside)
            code.Line($"{local} = {name};");
        foreach ((string local, _) in copies.Where(copy => copy.Value is not (FastLocal or FastInteger) && locals.Used.Contains(copy.Local) && !ReferenceEquals(copy.Value, FastValue.Missing)))
            code.If(IsLarge(local), "goto leave;");
        if (target is FastEither { Whole: var whole, Members: var members } && copies.Any(copy => copy.Local == whole.Name && !ReferenceEquals(copy.Value, FastValue.Missing)))
        {
            // A number that a loop compares and counts with is read once.
            foreach (FastMember member in members)
            {
                string read = $"{whole.Name}[{builder.Key(member.Name)}]";
                if (member.Value is FastInteger integer)
                {
                    locals.UseInteger(integer.Name);
                    Count(code, integer.Name, new FastLocal(read, isPresent: false));
                    continue;
                }
                string local = ((FastLocal)member.Value).Name;
                locals.Use(local);
                code.Line($"{local} = {read}.WithNumberRead();");
            }
        }
    }

    // What is supposed to be a whole number, and is none, leaves the path.
    private void Count(CodeWriter code, string local, FastValue source)
    {
        if (FastNumbers.Code(source) is { } number)
            code.Line($"{local} = {number};");
        else
            code.If($"!FastPath.TryInteger({builder.Build(source)}, out {local})", "goto leave;");
    }

    private void Compare(FastValue target, FastValue value, List<(string Local, FastValue Value)> copies)
    {
        if (target.IsSame(value))
            return;
        switch (target, value)
        {
            case (FastLocal local, _):
                copies.Add((local.Name, value));
                break;
            case (FastInteger integer, _):
                locals.UseInteger(integer.Name);
                copies.Add((integer.Name, value));
                break;
            case (FastTyped typed, _):
                copies.Add((typed.Node.Root, value));
                break;
            case (FastObject to, FastObject from):
                Compare(to.Members, from.Members, copies);
                break;
            case (FastArray to, FastArray from):
                for (int i = 0; i < to.Items.Count; i++)
                    Compare(to.Items[i], from.Items[i], copies);
                break;
            case (FastEither to, FastObject from) when to.Members.Select(member => member.Name).SequenceEqual(from.Members.Select(member => member.Name)):
                copies.Add((to.Whole.Name, FastValue.Missing));
                Compare(to.Members, from.Members, copies);
                break;
            case (FastEither { Whole: var whole }, _):
                copies.Add((whole.Name, value));
                break;
            case (FastChange to, FastChange from):
                Compare(to.Origin, from.Origin, copies);
                Compare(to.Members, from.Members, copies);
                break;
        }
    }

    private void Compare(IReadOnlyList<FastMember> targets, IReadOnlyList<FastMember> values, List<(string Local, FastValue Value)> copies)
    {
        foreach ((FastMember target, FastMember value) in targets.Zip(values, (target, value) => (target, value)))
            Compare(target.Value, value.Value, copies);
    }

    private static bool Mentions(FastValue value, string local) => value switch
    {
        FastLocal other => other.Name == local,
        FastInteger integer => integer.Name == local,
        FastText text => text.Mentions(local),
        FastTyped typed => typed.Node.Root == local,
        FastProjected projected => projected.List.Node.Root == local,
        FastObject made => made.Members.Any(member => Mentions(member.Value, local)),
        FastArray array => array.Items.Any(item => Mentions(item, local)),
        FastEither either => either.Whole.Name == local || either.Members.Any(member => Mentions(member.Value, local)),
        FastChange change => Mentions(change.Origin, local) || change.Members.Any(member => Mentions(member.Value, local)),
        _ => false,
    };
}
