using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.Data;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.Expressions;

/// <summary>
/// Turns a payload template into a method of the frame: each path is looked up once, in the order of the text,
/// and what can't be found ends the method with a fault.
/// </summary>
internal sealed class TemplateEmitter(MachineTables tables, PathEmitter paths, DataEmitter data)
{
    private const int MostShortParts = 4;

    private readonly MachineTables _tables = tables;
    private readonly PathEmitter _paths = paths;
    private readonly DataEmitter _data = data;

    /// <summary>True where the template is a constant: no method is needed for it.</summary>
    public static bool IsConstant(Template template) => template is LiteralTemplate;

    /// <summary>The C# expression of a constant template.</summary>
    public string Constant(Template template) => _tables.Literals.Of(((LiteralTemplate)template).Source.ToCompactJson());

    /// <summary>Writes <c>private JsonValue name(JsonValue input, ref Fault? fault)</c>.</summary>
    /// <param name="code">Where to write.</param>
    /// <param name="name">The method's name.</param>
    /// <param name="template">The template.</param>
    /// <param name="parameters">Further parameters after <c>input</c>, such as the item of a Map.</param>
    /// <param name="context">The C# expression of <c>$$</c>.</param>
    public void Method(CodeWriter code, string name, Template template, string parameters = "", string context = "Context()")
    {
        code.Line().Comment(template.Source.ToCompactJson());
        code.Open($"private JsonValue {name}(JsonValue input{parameters}, ref Fault? fault)");
        string value = new Body(this, code, "input", "return default;").Evaluate(template, context);
        code.Line($"return {value};").Close();
    }

    /// <summary>Writes a block that puts the template's value into a local; <paramref name="onFault"/> follows where <c>fault</c> is set.</summary>
    public void Block(CodeWriter code, Template template, string target, string input, string onFault)
    {
        code.Open();
        string value = new Body(this, code, input, onFault).Evaluate(template, "Context()");
        code.Line($"{target} = {value};").Close();
    }

    /// <summary>Writes the lines that make a template's value, and gives the expression of it.</summary>
    public string Value(CodeWriter code, Template template, string input, string onFault) =>
        new Body(this, code, input, onFault).Evaluate(template, "Context()");

    /// <summary>Writes the lines that make an object's members, and gives the expressions of them.</summary>
    public IReadOnlyList<(string Name, string Value)> Members(CodeWriter code, ObjectTemplate template, string input, string onFault) =>
        new Body(this, code, input, onFault).Members(template, "Context()");

    /// <summary>Writes what evaluates several templates one after the other, and gives the C# expressions of their values: locals and constants.</summary>
    public string[] Values(CodeWriter code, IReadOnlyList<Template> templates, string input, string onFault)
    {
        var body = new Body(this, code, input, onFault);
        body.DeclareContext(templates.Any(ReadsContext) ? "Context()" : null);
        return [.. templates.Select(body.Settled)];
    }

    /// <summary>True for a template short enough to be read, and run, where its state is.</summary>
    public static bool IsShort(Template template) => DynamicParts(template) <= MostShortParts;

    /// <summary>How many paths and arguments are evaluated for the template.</summary>
    public static int DynamicParts(Template template) => template switch
    {
        LiteralTemplate => 0,
        IntrinsicTemplate intrinsic => 1 + intrinsic.Call.Arguments.Count,
        ObjectTemplate members => members.Members.Sum(member => DynamicParts(member.Value)),
        ArrayTemplate items => items.Items.Sum(DynamicParts),
        _ => 1,
    };

    /// <summary>True where any path of the template starts at <c>$$</c>.</summary>
    public static bool ReadsContext(Template template) => template switch
    {
        PathTemplate path => path.Path.Root == PathRoot.Context || path.Path.Steps.OfType<FilterStep>().Any(step => FilterEmitter.ReadsContext(step.Filter)),
        IntrinsicTemplate intrinsic => ReadsContext(intrinsic.Call),
        ObjectTemplate members => members.Members.Any(member => ReadsContext(member.Value)),
        ArrayTemplate items => items.Items.Any(ReadsContext),
        _ => false,
    };

    private static bool ReadsContext(IntrinsicCall call) => call.Arguments.Any(argument => argument switch
    {
        IntrinsicPath path => path.Path.Root == PathRoot.Context,
        IntrinsicCall inner => ReadsContext(inner),
        _ => false,
    });

    private sealed class Body(TemplateEmitter owner, CodeWriter code, string input, string onFault)
    {
        private readonly IntrinsicEmitter _intrinsics = new();
        private readonly Dictionary<string, string> _found = new();
        private string _context = "default";
        private int _locals;

        public string Evaluate(Template template, string contextExpression)
        {
            Open(template, contextExpression);
            return Value(template);
        }

        public IReadOnlyList<(string Name, string Value)> Members(ObjectTemplate template, string contextExpression)
        {
            Open(template, contextExpression);
            return Distinct(template);
        }

        private void Open(Template template, string contextExpression) => DeclareContext(ReadsContext(template) ? contextExpression : null);

        public void DeclareContext(string? contextExpression)
        {
            if (contextExpression is null)
                return;
            code.Line($"JsonValue context = {contextExpression};");
            _context = "context";
        }

        /// <summary>The value as a constant or a local, which later statements can't change.</summary>
        public string Settled(Template template)
        {
            string value = Value(template);
            return template is LiteralTemplate || value == input || value == "v" + _locals ? value : Local(value);
        }

        private string Value(Template template)
        {
            switch (template)
            {
                case LiteralTemplate:
                    return owner.Constant(template);
                case PathTemplate path:
                    return Found(path.Path, path.Field);
                case IntrinsicTemplate intrinsic:
                    return Computed(intrinsic.Call, intrinsic.Field);
                case ObjectTemplate members:
                    return $"JsonValue.ObjectOf([{string.Join(", ", Distinct(members).Select(member => $"new({owner._tables.Keys.Of(member.Name)}, {member.Value})").ToArray())}])";
                case ArrayTemplate items:
                    return $"JsonValue.ArrayOf([{string.Join(", ", items.Items.Select(Value).ToArray())}])";
                default:
                    throw new System.InvalidOperationException($"'{template.GetType().Name}' has no emitted form.");
            }
        }

        /// <summary>The members in the order of their first mention, each with the value of its last: objects hold a name once.</summary>
        private List<(string Name, string Value)> Distinct(ObjectTemplate template)
        {
            var members = new List<(string Name, string Value)>();
            foreach (TemplateMember member in template.Members)
            {
                string value = Value(member.Value);
                int known = members.FindIndex(m => m.Name == member.Name);
                if (known < 0)
                    members.Add((member.Name, value));
                else
                    members[known] = (member.Name, value);
            }
            return members;
        }

        private string Found(PathExpression path, string field, IntrinsicCall? call = null)
        {
            string value = owner._paths.Emit(path, input, _context);
            if (owner._paths.Miss(path, value) is null)
                return value;
            // What was found once is there.
            if (_found.TryGetValue(value, out string? known))
                return known;
            // A member that has a local of its own needs no other.
            string local = owner._paths.Members?.Values.Contains(value) == true ? value : Local(value);
            string root = owner._paths.Searched(path, input == "data" ? owner._data.Whole : input, _context);
            string raised = call is null
                ? $"Faults.PathNotFound({CSharp.Text(path.Text)}, {CSharp.Text(field)}, {root})"
                : $"Faults.IntrinsicArgumentNotFound({CSharp.Text(call.Text)}, {CSharp.Text(path.Text)}, {root})";
            code.If(owner._paths.Miss(path, local)!, $"fault = {raised};", onFault);
            _found.Add(value, local);
            return local;
        }

        private string Computed(IntrinsicCall call, string field)
        {
            var arguments = call.Arguments.Select(argument => argument switch
            {
                IntrinsicPath path => Found(path.Path, field, call),
                IntrinsicCall inner => Computed(inner, field),
                IntrinsicLiteral literal => owner._tables.Literals.Of(literal.Value.ToCompactJson()),
                _ => throw new System.InvalidOperationException($"'{argument.GetType().Name}' has no emitted form."),
            }).ToArray();
            string local = Local(_intrinsics.Call(call, arguments));
            code.Line($"fault = {local}.AsFault;").If("fault is not null", onFault);
            return local;
        }

        private string Local(string value)
        {
            string name = "v" + ++_locals;
            code.Line($"JsonValue {name} = {value};");
            return name;
        }
    }
}
