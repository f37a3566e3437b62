using Infra.TrustManager.Settings;

namespace Infra.TrustManager.Requests;

/// <summary>A function as operators see it: what it fulfils, and what for.</summary>
/// <param name="Function">Its name in <see cref="TrustManagerVariables"/>.</param>
/// <param name="Requests">The requests about what it serves, also those that other functions fulfil.</param>
/// <param name="Subjects">Ids of what it serves; none for the function of a custom resource.</param>
public sealed record RequestTarget(string Function, OperatorRequests Requests, params IReadOnlyList<string> Subjects)
{
    /// <summary>Longest text that an error repeats, in characters.</summary>
    private const int MaxShown = 40;

    private const string Unchanged = "Nothing was changed.";

    /// <summary>Why this function does not fulfil the request, and which one does; null where it does.</summary>
    public string? RefusalOf(string request) => Requests.Find(request) switch
    {
        null => $"request is '{Shown(request)}'; it must be one of {Requests.ByFunction()}. {Unchanged}",
        { Function: var other } when other != Function =>
            $"request is '{request}', which function {other} fulfils, and this is {Function}. {Ask(other)} {Unchanged}",
        _ => null,
    };

    /// <summary>Why this function does nothing about an event that is not an operator request.</summary>
    public string RefusalOf(Invocation invocation) => invocation switch
    {
        Invocation.CloudFormation =>
            $"This is an event of CloudFormation, which function {Function} does not accept: a custom resource names "
            + $"its own function as its ServiceToken, and only CloudFormation invokes that one. {Unchanged}",
        Invocation.EventBridge =>
            $"This is an event of EventBridge, which function {Function} does not accept. {Allowed} {Unchanged}",
        Invocation.Unreadable { Problem: var problem } => $"{problem} {Allowed} {Unchanged}",
        _ => $"Function {Function} accepts only events of CloudFormation. {Allowed} {Unchanged}",
    };

    /// <summary>Enough of a text to recognize it.</summary>
    internal static string Shown(string text) => text.Length <= MaxShown ? text : text[..MaxShown] + "...";

    private string Allowed =>
        $"An operator request is a JSON object with the members 'request' and '{Requests.SubjectMember}'; requests, by "
        + $"the function that fulfils them, are {Requests.ByFunction()}.";

    private static string Ask(string function) =>
        $"Invoke the function whose variable {TrustManagerVariables.Function} is {function}.";
}
