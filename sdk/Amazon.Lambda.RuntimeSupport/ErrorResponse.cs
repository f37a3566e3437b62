namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Why the Runtime API refused a call, in its own words.</summary>
public sealed class ErrorResponse
{
    public string ErrorMessage { get; set; }

    public string ErrorType { get; set; }
}
