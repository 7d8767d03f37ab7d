using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.FastPaths.Values;

namespace Compiled.Generator.Emit.FastPaths.Writing;

/// <summary>
/// Writes what a task is given. A handler may keep it, so that of an input in memory that is used again its parts are copied, all into one text; from then on those that another task is
/// given too are parts of the copy. Else the object is built around the parts.
/// </summary>
internal sealed class FastArguments(FastPathWriter path)
{
    // The states whose tasks are given a part of the input, by its local; the same in every pass.
    private readonly Dictionary<string, HashSet<string>> _takers = new();

    /// <summary>Whether a state was found since this was set to false whose task is given a part that another's is.</summary>
    public bool HasFoundTaker { get; set; }

    /// <summary>Whether they are written as text of a borrowed input.</summary>
    /// <param name="mayBeKept">Whether whoever is called may still have them afterwards.</param>
    public bool AreText(bool mayBeKept) => mayBeKept && path.IsProjected && !path.IsQueried;

    /// <summary>Writes the lines; gives the local with the arguments.</summary>
    /// <param name="arguments">What the task is given.</param>
    /// <param name="mayBeKept">Whether whoever is called may still have them afterwards.</param>
    public string Write(FastValue arguments, bool mayBeKept)
    {
        string given = path.Locals.NewLocal();
        List<string>? parts = PartsOf(arguments);
        if (mayBeKept)
            Note(parts);
        if (!AreText(mayBeKept) || arguments.Leaves == 0)
        {
            // Of C# objects it is not known that they are small, and who reads C# objects from it asks how deep it is.
            path.Code.Line($"{given} = {(mayBeKept && path.Typed is null ? path.Builder.BuildArguments(arguments) : path.Builder.Build(arguments))};");
            return given;
        }

        string lends = parts is null ? "" : $" && ({string.Join(" || ", parts.Select(part => $"path.Lends({part})"))})";
        path.Code.Open($"if (path.IsBorrowed{lends})");
        string writer = path.Locals.Own("given");
        if (arguments is FastObject made)
        {
            path.Code.Line($"ArrayWriter {writer} = path.BeginObject();");
            List<(string Local, string Row)> copied = WriteMembers(writer, made.Members);
            path.Code.Line($"{given} = path.TakeObject({writer});");
            path.Leave($"{given}.IsMissing");
            foreach ((string local, string row) in copied)
                path.Code.Line($"{local} = FastPath.Given({given}, {row});");
        }
        else
        {
            path.Code.Line($"ArrayWriter {writer} = path.BeginArguments();");
            FastWriting.Write(path.Code, writer, arguments, path.Builder);
            path.Code.Line($"{given} = path.TakeArguments({writer});");
            path.Leave($"{given}.IsMissing");
        }
        path.Code.Close().Open("else");
        path.Code.Line($"{given} = {path.Builder.BuildArguments(Found(arguments))};").Close();
        return given;
    }

    // The members, and which of the input's parts other tasks are given too, with the locals that say where in the copy they are.
    private List<(string Local, string Row)> WriteMembers(string writer, IReadOnlyList<FastMember> members)
    {
        var copied = new List<(string Local, string Row)>();
        foreach (FastMember member in members)
        {
            string row = "";
            if (member.Value is FastLocal local && _takers.TryGetValue(local.Name, out HashSet<string>? takers) && takers.Count > 1 && copied.All(other => other.Local != local.Name))
            {
                row = $"{writer}_{copied.Count + 1}";
                copied.Add((local.Name, row));
            }
            FastWriting.WriteMember(path.Code, writer, member, path.Builder, row);
        }
        return copied;
    }

    private void Note(List<string>? parts)
    {
        foreach (string part in (parts ?? []).Where(FastNames.IsInput))
        {
            if (!_takers.TryGetValue(part, out HashSet<string>? takers))
                _takers.Add(part, takers = []);
            HasFoundTaker |= takers.Add(path.Place) && takers.Count > 1;
        }
    }

    // The locals that it is made of, each once; null where it is made of others too.
    private static List<string>? PartsOf(FastValue value)
    {
        var parts = new List<string>();
        return Add(value) ? parts : null;

        bool Add(FastValue part)
        {
            switch (part)
            {
                case FastConstant:
                    return true;
                case FastObject made:
                    return made.Members.All(member => Add(member.Value));
                case FastArray array:
                    return array.Items.All(Add);
                case FastMatches matches:
                    return Name(matches.Root);
                case FastLocal local:
                    return Name(local.Name);
                default:
                    return false;
            }
        }

        bool Name(string local)
        {
            if (!FastNames.IsLocal(local))
                return false;
            if (!parts.Contains(local))
                parts.Add(local);
            return true;
        }
    }

    // With what paths find in locals.
    private FastValue Found(FastValue value) => value switch
    {
        FastMatches matches => path.Take(matches.Name, mayBeLarge: true, isPresent: true),
        FastObject made => new FastObject([.. made.Members.Select(member => new FastMember(member.Name, Found(member.Value)))]),
        _ => value,
    };
}
