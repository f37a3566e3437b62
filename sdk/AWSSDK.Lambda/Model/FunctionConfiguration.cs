namespace Amazon.Lambda.Model;

/// <summary>A function, as lists show it.</summary>
public partial class FunctionConfiguration
{
    public string FunctionName { get; set; }

    public string FunctionArn { get; set; }

    public string Handler { get; set; }

    public string Description { get; set; }

    public EnvironmentResponse Environment { get; set; }
}
