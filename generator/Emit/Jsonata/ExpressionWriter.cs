using System;
using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Pipeline;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Generator.Emit.Jsonata;

/// <summary>
/// Writes one expression as the statements of a method. Each part becomes a <see cref="Term"/>, a C# expression, after the statements it
/// needs; the order in which JSONata evaluates the parts is kept, so the same error comes first.
/// </summary>
internal sealed partial class ExpressionWriter
{
    // Deeper or longer expressions are put into locals: for the reader, and because the C# compiler's stack is finite.
    private const int MostNesting = 12, MostText = 180;

    private const string Collector = ".ToSequence()";

    private readonly MachineTables _tables;
    private readonly JsonataDialect _dialect;
    private readonly IReadOnlyList<JsonataVariable> _bindings;
    private readonly Identifiers _names = new(PartMethod.Evaluation, "arguments", "Keys", "Literals", "Queries", "JsonValue");

    // The function of the $filter that gives the method's whole result, which is made plain.
    private LambdaNode? _filter;
    private Lines _lines = new();
    private Scope _scope = new(null);

    public ExpressionWriter(MachineTables tables, JsonataDialect dialect, string? input, IReadOnlyList<JsonataVariable> bindings)
    {
        _tables = tables;
        _dialect = dialect;
        _bindings = bindings;
        if (input is not null)
            Root = Term.Local(_names.Plain(input), Form.Value, Kinds.Any);
        foreach (JsonataVariable binding in bindings)
        {
            _names.Plain(binding.Name);
            if (binding.Variable.IndexOf('.') < 0)
                _scope.Bind(binding.Variable, new Variable(binding.Name, Kinds.Any));
        }
    }

    /// <summary>What <c>$$</c> is.</summary>
    public Term Root { get; } = Term.Missing;

    public Lines Lines => _lines;

    /// <summary>Whether what was written asks for the evaluation at hand.</summary>
    public bool IsEvaluated { get; private set; }

    // Whoever writes the word says with it that the method needs the parameter.
    private string Evaluation
    {
        get
        {
            IsEvaluated = true;
            return PartMethod.Evaluation;
        }
    }

    /// <summary>Writes the statements that end the method with the expression's value.</summary>
    public void Return(JsonataNode node)
    {
        Begin(node);
        _lines.Add($"return {Emit(node, new Context(Root, IsWhole: true)).AsValue()};");
    }

    /// <summary>Writes the statements that end the method with the expression's value or with its truth; says which, and whether the value is a number.</summary>
    public Form Return(JsonataNode node, Truth truth)
    {
        Begin(node);
        _filter = node is CallNode { Group: null, KeepArray: false, Predicates.Count: 0, Arguments.Count: 2 } call ? call.Arguments[1] as LambdaNode : null;
        Term term = Emit(node, new Context(Root, IsWhole: true), truth == Truth.Counted ? Want.Truth : Want.Value);
        bool isTruth = truth == Truth.Counted || truth == Truth.Certain && term.Form == Form.Boolean;
        _lines.Add($"return {(isTruth ? term.AsTruth() : term.AsValue())};");
        if (isTruth)
            return Form.Boolean;
        return term.IsOnly(Kinds.Number | Kinds.Missing) ? Form.Number : Form.Value;
    }

    private void Begin(JsonataNode node)
    {
        Hoist([node], []);
        foreach (string name in Root.IsOnly(Kinds.Missing) ? [] : RootFields.Repeated(node))
            _rootFields[name] = Spill(Term.Value($"Paths.Field({Root.Text}, {_tables.Keys.Of(name)})", Kinds.Any), name);
    }

    /// <summary>A new local's name.</summary>
    public string Name(string hint)
    {
        string pascal = CSharpNames.Pascal(hint);
        string plain = char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
        return _names.Plain(plain);
    }

    /// <summary>The value of a part, in the form that is cheapest to make.</summary>
    private Term Emit(JsonataNode node, Context context, Want want = Want.Value)
    {
        bool isPlain = node.Predicates.Count == 0 && (node.Group is null || node is PathNode) && !node.KeepArray;
        Term term = EmitPlain(node, context, isPlain ? want : Want.Value);
        if (node is CallNode { IsTailCall: true } && node.Predicates.Count == 0)
            // The caller of the function makes the call: what it gives is taken as it is, a sequence of one stays one.
            term = term with { IsOpen = false };
        else if (!isPlain)
            term = Finish(node, term, context);
        else if (term.IsOpen)
            term = Collapsed(term);
        return term.Depth > MostNesting || term.Text.Length > MostText ? Spill(term) : term;
    }

    private Term EmitPlain(JsonataNode node, Context context, Want want) => node switch
    {
        PathNode path => Path(path, context),
        StringLiteral text => Term.Value($"JsonValue.String({CSharp.Text(text.Value)})", Kinds.String) with { IsStable = true },
        NumberLiteral number => Term.Number(CSharp.Number(number.Value + 0d), Kinds.Number) with { IsStable = true },
        BooleanLiteral boolean => Term.Boolean(CSharp.Bool(boolean.Value)) with { IsStable = true },
        NullLiteral => Term.Value("JsonValue.Null", Kinds.Null) with { IsStable = true },
        VariableNode variable => Variable(variable, context),
        BinaryNode binary => Binary(binary, context, want),
        NegateNode negate => Negate(negate, context),
        ConditionNode condition => Condition(condition, context, want),
        CoalesceNode coalesce => Coalesce(coalesce, context),
        DefaultNode @default => Default(@default, context),
        BlockNode block => Block(block, context, want),
        BindNode bind => Bind(bind, context),
        ArrayConstructorNode array => Array(array, context),
        ObjectConstructorNode @object => Object(@object, context),
        CallNode call => Call(call, context, want),
        ApplyNode apply => Apply(apply, context, want),
        PartialNode partial => Partial(partial, context),
        LambdaNode lambda => Lambda(lambda, context),
        TransformNode transform => Transform(transform, context),
        RegexLiteral regex => Term.Value(_tables.Queries.JsonataRegex(regex.Pattern, regex.Flags) + ".AsValue()", Kinds.Function),
        WildcardNode => Term.Value($"Wildcards.Fields({context.Text})", Kinds.Any) with { IsOpen = true },
        DescendantsNode => Term.Value($"Wildcards.Descendants({context.Text}, {Evaluation})", Kinds.Any) with { IsOpen = true },
        ParentNode parent => _scope.Find(Scope.Ancestor(parent.Slot.Label))?.Read() ?? Term.Missing,
        NameNode name => Field(context, name.Name),
        _ => throw new InvalidOperationException($"'{node.GetType().Name}' has no emitted form."),
    };

    // The fields of the input that are read more than once.
    private readonly Dictionary<string, Term> _rootFields = new();

    private Term Field(Context context, string name) => context.IsWhole && context.Text == Root.Text && _rootFields.TryGetValue(name, out Term? known)
        ? known
        : Term.Value($"Paths.Field({context.Text}, {_tables.Keys.Of(name)})", Kinds.Any, context.Term);

    // JSONata, evaluate: predicates, then grouping, then the collapse of a sequence of none or one.
    private Term Finish(JsonataNode node, Term term, Context context)
    {
        bool isGrouped = node.Group is not null && node is not PathNode;
        if (node.Predicates.Count > 0)
            term = Predicates(term, node.Predicates, node.KeepArray || isGrouped);
        if (isGrouped)
            return Group(node.Group!.Pairs, term);
        return node.KeepArray
            ? Term.Value($"Sequences.Keep({term.AsValue()})", term.Kinds, term)
            : term.IsOpen ? Collapsed(term) : term;
    }

    // A collector collapses what it collected itself.
    private static Term Collapsed(Term term) => term.Text.EndsWith(Collector, StringComparison.Ordinal) && term.Text.IndexOf('(') == term.Text.Length - 2
        ? Term.Value(term.Text.Replace(Collector, ".ToValue()"), term.Kinds)
        : Term.Value($"Sequences.Collapse({term.AsValue()})", term.Kinds, term);

    private Term Variable(VariableNode variable, Context context)
    {
        if (variable.IsContext)
            return context.Term;
        if (variable.IsRoot)
            return Root;
        return Named(variable.Name);
    }

    // What a name is here: a variable, or else a function.
    private Term Named(string name)
    {
        if (_scope.Find(name) is { } bound)
            return bound.Read();
        if (Whole(name) is { } whole)
            return whole;
        return JsonataFunctionTable.Find(name, _dialect) is { } function
            ? Term.Value(_tables.Queries.BuiltIn(function) + ".AsValue()", Kinds.Function) with { IsStable = true }
            : Term.Missing;
    }

    // A variable whose members are parameters, read whole: the object of those that are there.
    private Term? Whole(string variable)
    {
        JsonataVariable[] members = [.. _bindings.Where(binding => binding.Variable.StartsWith(variable + ".", StringComparison.Ordinal))];
        if (members.Length == 0)
            return null;
        string name = Name(variable);
        _lines.Add($"var {name} = new ObjectBuilder({members.Length});");
        foreach (JsonataVariable member in members)
            _lines.Add($"{name}.Add({_tables.Keys.Of(member.Variable.Substring(variable.Length + 1))}, {member.Name});");
        return Term.Value($"{name}.ToValue()", Kinds.Object);
    }

    // The member of such a variable, or what is deeper in it, where a path begins with it: $states.input. Says at which step it ends.
    private Term? Member(PathNode path, int index, out int last)
    {
        last = 1;
        if (index != 0 || path.Steps.Count < 2
            || path.Steps[0] is not { Node: VariableNode { Group: null } variable, Stages.Count: 0, IsTuple: false }
            || path.Steps[1] is not { Node: NameNode, IsTuple: false }
            || variable.Predicates.Count > 0 || _scope.Find(variable.Name) is not null
            || !_bindings.Any(binding => binding.Variable.StartsWith(variable.Name + ".", StringComparison.Ordinal)))
            return null;
        JsonataVariable? longest = null;
        foreach (JsonataVariable binding in _bindings)
        {
            string[] names = binding.Variable.Split('.');
            if (names[0] != variable.Name || names.Length - 1 < last || names.Length > path.Steps.Count || !Begins(path, names))
                continue;
            (longest, last) = (binding, names.Length - 1);
        }
        return longest is null ? Term.Missing : Term.Local(longest.Name, Form.Value, Kinds.Any);
    }

    // Whether the steps of a path are these names, and nothing stands on them but perhaps on the last.
    private static bool Begins(PathNode path, string[] names)
    {
        for (int i = 1; i < names.Length; i++)
        {
            if (path.Steps[i] is not { Node: NameNode name, IsTuple: false } step || name.Name != names[i] || i < names.Length - 1 && step.Stages.Count > 0)
                return false;
        }
        return true;
    }

    /// <summary>The terms of several parts, evaluated in this order.</summary>
    private Term[] All(params Func<Term>[] parts)
    {
        var terms = new Term[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            int place = _lines.Count;
            terms[i] = parts[i]();
            if (_lines.Count == place)
                continue;
            // The part needed statements, before which the parts to its left have to be evaluated.
            for (int j = 0; j < i; j++)
            {
                if (!terms[j].IsStable)
                    terms[j] = Declare(terms[j], "value", text => _lines.Insert(place++, text));
            }
        }
        return terms;
    }

    /// <summary>The term in a local of its own, if it is not one or a constant already.</summary>
    private Term Spill(Term term, string hint = "value") => term.IsStable ? term : Declare(term, hint, _lines.Add);

    private Term Declare(Term term, string hint, Action<string> add)
    {
        string name = Name(hint);
        add($"{TypeOf(term.Form)} {name} = {term.Text};");
        return Term.Local(name, term.Form, term.Kinds) with { IsOpen = term.IsOpen };
    }

    /// <summary>Runs a writer on a buffer of its own.</summary>
    private Lines Capture(Action write)
    {
        Lines outer = _lines;
        _lines = new Lines();
        write();
        Lines captured = _lines;
        _lines = outer;
        return captured;
    }

    /// <summary>Runs a writer with a scope inside the present one.</summary>
    private T Inside<T>(Func<T> write)
    {
        Scope outer = _scope;
        _scope = new Scope(outer);
        T result = write();
        _scope = outer;
        return result;
    }

    private static string TypeOf(Form form) => form switch
    {
        Form.Number => "double",
        Form.Boolean => "bool",
        _ => "JsonValue",
    };
}
