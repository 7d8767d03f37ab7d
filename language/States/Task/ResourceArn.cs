using Compiled.Language.Expressions;

namespace Compiled.Language.Binding;

/// <summary>A Task's Resource taken apart. FEATURES L-200, T-120.</summary>
public sealed class ResourceArn
{
    internal ResourceArn(string text, ResourceKind kind, string service, string action, IntegrationPattern pattern, string shortName, bool hasPlaceholder)
    {
        Text = text;
        Kind = kind;
        Service = service;
        Action = action;
        Pattern = pattern;
        ShortName = shortName;
        HasPlaceholder = hasPlaceholder;
    }

    /// <summary>The Resource as written.</summary>
    public string Text { get; }

    /// <summary>What the ARN names.</summary>
    public ResourceKind Kind { get; }

    /// <summary>The integration's service, such as <c>sqs</c> or <c>aws-sdk:dynamodb</c>; <c>lambda</c> for a function; empty where it is not known.</summary>
    public string Service { get; }

    /// <summary>The integration's action without its pattern, such as <c>sendMessage</c>; empty for a function or activity.</summary>
    public string Action { get; }

    /// <summary>Whether the task ends with the call, with the job it starts, or with a token.</summary>
    public IntegrationPattern Pattern { get; }

    /// <summary>The name of the function, activity or action, for names in C#: letters, digits, <c>_</c> and <c>-</c>, or empty.</summary>
    public string ShortName { get; }

    /// <summary>Whether the text holds <c>${...}</c>, which deployment replaces.</summary>
    public bool HasPlaceholder { get; }

    /// <summary>Whether it is an integration whose service and action are written out; other parts, such as the partition, may be placeholders.</summary>
    public bool IsKnownIntegration => Kind == ResourceKind.Integration && !Placeholders.Contains(Service) && !Placeholders.Contains(Action);
}
