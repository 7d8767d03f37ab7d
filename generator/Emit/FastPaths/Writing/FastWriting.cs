using Compiled.Generator.Emit.FastPaths.Values;

namespace Compiled.Generator.Emit.FastPaths.Writing;

/// <summary>Writes the C# that appends a value to an array's text, by its parts, so that it is not built before.</summary>
internal static class FastWriting
{
    /// <summary>Appends the next element.</summary>
    /// <param name="code">Where to write.</param>
    /// <param name="writer">The local that holds the runtime's ArrayWriter.</param>
    /// <param name="value">What is known of the element.</param>
    /// <param name="builder">Builds what has no parts that are known.</param>
    public static void Write(CodeWriter code, string writer, FastValue value, FastBuilder builder)
    {
        switch (value)
        {
            case FastObject made:
                code.Line($"{writer}.OpenObject();");
                foreach (FastMember member in made.Members)
                    WriteMember(code, writer, member, builder);
                code.Line($"{writer}.CloseObject();");
                break;
            case FastArray array:
                code.Line($"{writer}.OpenArray();");
                foreach (FastValue item in array.Items)
                    Write(code, writer, item, builder);
                code.Line($"{writer}.CloseArray();");
                break;
            case FastMatches matches:
                code.Line(matches.WriteTo(writer));
                break;
            default:
                code.Line($"{writer}.Add({builder.Build(value)});");
                break;
        }
    }

    /// <summary>Appends a member of the object that is open.</summary>
    /// <param name="code">Where to write.</param>
    /// <param name="writer">The local that holds the runtime's ArrayWriter.</param>
    /// <param name="member">What is known of it.</param>
    /// <param name="builder">Builds what has no parts that are known.</param>
    /// <param name="row">The local that gets where it is; empty where nobody wants to know.</param>
    public static void WriteMember(CodeWriter code, string writer, FastMember member, FastBuilder builder, string row = "")
    {
        if (member.Value is FastObject or FastArray or FastMatches)
        {
            code.Line($"{writer}.Name({builder.Key(member.Name)});");
            Write(code, writer, member.Value, builder);
        }
        else
            code.Line($"{(row.Length == 0 ? "" : $"int {row} = ")}{writer}.Member({builder.Key(member.Name)}, {builder.BuildText(member.Value)});");
    }
}
