using Infra.TrustManager.Settings;

namespace Infra.Trust.Questions;

/// <summary>What the command line asks.</summary>
/// <param name="FunctionName">Name or ARN of the function; null to search for it.</param>
/// <param name="Json">Print the answer as it came instead of its text.</param>
internal sealed record Question(Subject Subject, Request Request, string? FunctionName, bool Json)
{
    /// <summary>The function that fulfils the request, by its name in the executable.</summary>
    public string Function => Form.Function;

    /// <summary>Whether it changes something, so that the history says who asked.</summary>
    public bool IsWrite => Form.IsWrite;

    /// <summary>
    /// The event for the function, JSON; it names what it is about, so that no other function obeys it.
    /// </summary>
    public string Payload => Request.ToJson(Subject);

    private OperatorRequest Form => Subject.Requests.Find(Request.Name)
        ?? throw new InvalidOperationException($"No function fulfils '{Request.Name}' about {Subject.Id}.");
}
