namespace Amazon.Lambda.Model;

/// <summary>The environment variables of a function, or why they cannot be shown.</summary>
public partial class EnvironmentResponse
{
    public EnvironmentError Error { get; set; }

    public Dictionary<string, string> Variables { get; set; }
}
