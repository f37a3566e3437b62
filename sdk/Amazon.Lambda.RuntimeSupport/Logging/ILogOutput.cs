namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>Where finished log records go.</summary>
internal interface ILogOutput
{
    void Write(string record);
}
