namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>Standard output: Lambda makes a record of every line.</summary>
internal sealed class StandardOutput(TextWriter console) : ILogOutput
{
    public void Write(string record) => console.WriteLine(record);
}
